package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.OutputLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Executes circuits on a state vector of 2^n amplitudes (16·2^n bytes).
 *
 * <p>A result key has one character per classical bit: bit 0 (global index) rightmost. Bits that
 * are never written are 0; the last write to a bit wins. The same circuit, shots, seed and noise
 * give the same samples on every machine and number of processors.
 */
public final class Simulator {
  /** Qubits that fit 512 MiB. */
  public static final int DEFAULT_QUBIT_LIMIT = 25;

  private static final int MAX_QUBIT_LIMIT = 29;

  /** Probabilities below this are rounding residues of amplitudes that are 0. */
  private static final double RESIDUE = 1e-24;

  private final int qubitLimit;

  public Simulator() {
    this(DEFAULT_QUBIT_LIMIT);
  }

  /**
   * @param qubitLimit circuits with more qubits are refused; at most 29
   */
  public Simulator(int qubitLimit) {
    if (qubitLimit < 0 || qubitLimit > MAX_QUBIT_LIMIT) {
      throw new IllegalArgumentException("a limit of " + qubitLimit + " qubits is not in 0 … 29");
    }
    this.qubitLimit = qubitLimit;
  }

  /**
   * The probabilities of all 2^n basis states, measurements ignored.
   *
   * @return at index i the probability of the state in which qubit q has the value of bit q of i
   * @throws SimulatorLimitException on more qubits than the limit
   * @throws IllegalArgumentException on a condition, or a reset of a qubit that a gate acted on
   */
  public double[] stateProbabilities(Circuit circuit) {
    if (!FinalMeasurements.isUnitary(circuit)) {
      throw new IllegalArgumentException("the circuit has a condition or resets a used qubit");
    }
    int[] slotBitOfQubit = new int[circuit.qubitCount()];
    Arrays.setAll(slotBitOfQubit, qubit -> qubit);
    double[] slots = new double[1 << checkedQubits(circuit)];
    finalState(circuit).addProbabilities(slotBitOfQubit, slots);
    return slots;
  }

  /**
   * The exact distribution over result keys, in ascending order of keys; keys of probability 0 are
   * left out.
   *
   * @throws SimulatorLimitException on more qubits than the limit
   * @throws IllegalArgumentException unless the circuit {@link #isSampledOnce}
   */
  public Map<String, Double> exact(Circuit circuit) {
    if (!isSampledOnce(circuit)) {
      throw new IllegalArgumentException("the circuit acts on measured qubits");
    }
    checkedQubits(circuit);
    KeySlots slots = new KeySlots(circuit.qubitCount(), OutputLayout.of(circuit).qubitOfBit());
    double[] probabilities = new double[slots.count()];
    finalState(circuit).addProbabilities(slots.slotBitOfQubit(), probabilities);
    Map<String, Double> distribution = new LinkedHashMap<>();
    for (int slot = 0; slot < probabilities.length; slot++) {
      if (probabilities[slot] > RESIDUE) {
        distribution.put(slots.key(slot), probabilities[slot]);
      }
    }
    return distribution;
  }

  /**
   * Whether one run gives the whole distribution: no condition, no gate or reset on a measured
   * qubit, no reset of a qubit that a gate acted on.
   */
  public boolean isSampledOnce(Circuit circuit) {
    return FinalMeasurements.areIn(circuit);
  }

  /**
   * Samples result keys, in shot order.
   *
   * @param shots at least 0
   * @throws SimulatorLimitException on more qubits than the limit
   */
  public List<String> sample(Circuit circuit, int shots, long seed, NoiseModel noise) {
    if (shots < 0) {
      throw new IllegalArgumentException(shots + " shots");
    }
    checkedQubits(circuit);
    Shots sampling = new Shots(circuit, shots, seed, noise);
    return isSampledOnce(circuit) ? sampling.sampledOnce() : sampling.trajectories();
  }

  private int checkedQubits(Circuit circuit) {
    int qubits = circuit.qubitCount();
    if (qubits > qubitLimit) {
      throw new SimulatorLimitException(qubits, qubitLimit);
    }
    return qubits;
  }

  private static StateVector finalState(Circuit circuit) {
    StateVector state = new StateVector(circuit.qubitCount());
    new UnitaryRun(circuit.qubitCount(), FinalMeasurements.gates(circuit)).applyTo(state);
    return state;
  }
}
