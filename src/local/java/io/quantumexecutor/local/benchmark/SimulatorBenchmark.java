package io.quantumexecutor.local.benchmark;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.GateMatrix;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.simulator.Simulator;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.redfx.strange.Program;
import org.redfx.strange.Step;
import org.redfx.strange.gate.Cz;
import org.redfx.strange.gate.RotationX;
import org.redfx.strange.gate.RotationY;
import org.redfx.strange.gate.RotationZ;
import org.redfx.strange.local.SimpleQuantumExecutionEnvironment;

/**
 * Times the simulator on 20 layers of random rotations and a brick wall of CZ gates, against a
 * plain gate-by-gate loop and against Strange, in one run.
 */
public final class SimulatorBenchmark {
  private static final int LAYERS = 20;
  private static final List<GateType> ROTATIONS = List.of(GateType.RX, GateType.RY, GateType.RZ);

  private final PrintStream out;

  private SimulatorBenchmark(PrintStream out) {
    this.out = out;
  }

  /** Prints milliseconds and ratios. */
  public static void run(PrintStream out) {
    SimulatorBenchmark benchmark = new SimulatorBenchmark(out);
    benchmark.compare(16, 200);
    benchmark.compare(20, 40);
    benchmark.compareWithStrange(16);
  }

  private void compare(int qubits, int rounds) {
    Circuit circuit = bricks(qubits);
    Simulator simulator = new Simulator();
    double fused = best(rounds, () -> simulator.stateProbabilities(circuit));
    double plain = best(Math.max(3, rounds / 20), () -> plainLoop(circuit));
    out.printf(
        "%d qubits, %d gates: simulator %.1f ms, plain loop %.1f ms, ratio %.1f%n",
        qubits, circuit.operations().size(), fused, plain, plain / fused);
  }

  private void compareWithStrange(int qubits) {
    Circuit circuit = bricks(qubits);
    Simulator simulator = new Simulator();
    double fused = best(200, () -> simulator.stateProbabilities(circuit));
    Program program = strange(circuit);
    SimpleQuantumExecutionEnvironment strange = new SimpleQuantumExecutionEnvironment();
    double theirs = best(1, () -> strange.runProgram(program));
    out.printf(
        "%d qubits, %d gates: simulator %.1f ms, Strange %.0f ms, ratio %.0f%n",
        qubits, circuit.operations().size(), fused, theirs, theirs / fused);
  }

  /**
   * The shortest of some rounds, in milliseconds, after one round to warm up when there are
   * several.
   */
  private static double best(int rounds, Runnable work) {
    if (rounds > 1) {
      work.run();
    }
    long shortest = Long.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      work.run();
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    return shortest / 1e6;
  }

  private static Circuit bricks(int qubits) {
    Random random = new Random(1);
    List<Operation> operations = new ArrayList<>();
    for (int layer = 0; layer < LAYERS; layer++) {
      for (int qubit = 0; qubit < qubits; qubit++) {
        GateType type = ROTATIONS.get(random.nextInt(ROTATIONS.size()));
        List<Double> angle = List.of(random.nextDouble() * 2 * Math.PI);
        operations.add(new Gate(type, angle, List.of(), List.of(qubit), Place.NONE));
      }
      for (int qubit = layer % 2; qubit + 1 < qubits; qubit += 2) {
        operations.add(
            new Gate(GateType.Z, List.of(), List.of(qubit), List.of(qubit + 1), Place.NONE));
      }
    }
    return new Circuit(List.of(new Register("q", qubits)), List.of(), operations);
  }

  /** What one writes first: interleaved amplitudes, one pass over the state per gate. */
  private static void plainLoop(Circuit circuit) {
    double[] state = new double[2 << circuit.qubitCount()];
    state[0] = 1;
    for (Operation operation : circuit.operations()) {
      Gate gate = (Gate) operation;
      double[] m = GateMatrix.of(gate.type(), gate.angles());
      int controls = gate.controls().stream().mapToInt(control -> 1 << control).sum();
      int target = 1 << gate.targets().get(0);
      for (int i = 0; i < state.length / 2; i++) {
        if ((i & target) == 0 && (i & controls) == controls) {
          applyTo(state, 2 * i, 2 * (i | target), m);
        }
      }
    }
  }

  private static void applyTo(double[] state, int zero, int one, double[] m) {
    double ar = state[zero];
    double ai = state[zero + 1];
    double br = state[one];
    double bi = state[one + 1];
    state[zero] = m[0] * ar - m[1] * ai + m[2] * br - m[3] * bi;
    state[zero + 1] = m[0] * ai + m[1] * ar + m[2] * bi + m[3] * br;
    state[one] = m[4] * ar - m[5] * ai + m[6] * br - m[7] * bi;
    state[one + 1] = m[4] * ai + m[5] * ar + m[6] * bi + m[7] * br;
  }

  private static Program strange(Circuit circuit) {
    Program program = new Program(circuit.qubitCount());
    Step step = new Step();
    for (Operation operation : circuit.operations()) {
      Gate gate = (Gate) operation;
      org.redfx.strange.Gate translated = strange(gate);
      boolean taken =
          step.getGates().stream()
              .flatMap(other -> other.getAffectedQubitIndexes().stream())
              .anyMatch(translated.getAffectedQubitIndexes()::contains);
      if (taken) {
        program.addStep(step);
        step = new Step();
      }
      step.addGate(translated);
    }
    program.addStep(step);
    return program;
  }

  private static org.redfx.strange.Gate strange(Gate gate) {
    int target = gate.targets().get(0);
    return switch (gate.type()) {
      case RX -> new RotationX(gate.angles().get(0), target);
      case RY -> new RotationY(gate.angles().get(0), target);
      case RZ -> new RotationZ(gate.angles().get(0), target);
      default -> new Cz(gate.controls().get(0), target);
    };
  }
}
