package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A Pauli error on a qubit right after the gate with that number in its run. */
record PauliError(int gate, int qubit, GateType pauli) {
  private static final GateType[] PAULIS = {GateType.X, GateType.Y, GateType.Z};

  /** Draws the errors of one execution of the gates, in order. */
  static List<PauliError> draw(List<Gate> gates, NoiseModel noise, SplittableRandom random) {
    List<PauliError> errors = new ArrayList<>();
    if (noise.hasGateErrors()) {
      for (int i = 0; i < gates.size(); i++) {
        drawAfter(i, gates.get(i), noise, random, errors);
      }
    }
    return errors;
  }

  private static void drawAfter(
      int number, Gate gate, NoiseModel noise, SplittableRandom random, List<PauliError> errors) {
    List<Integer> qubits = new ArrayList<>(gate.controls());
    qubits.addAll(gate.targets());
    int size = qubits.size();
    if (size == 1) {
      if (random.nextDouble() < noise.p1()) {
        errors.add(new PauliError(number, qubits.get(0), PAULIS[random.nextInt(3)]));
      }
      return;
    }
    int pairs = size == 2 ? 1 : 6 * (size - 2);
    for (int pair = 0; pair < pairs; pair++) {
      if (random.nextDouble() < noise.p2()) {
        int error = 1 + random.nextInt(15);
        int at = pair % (size - 1);
        addIfAny(number, qubits.get(at), error & 3, errors);
        addIfAny(number, qubits.get(at + 1), error >> 2, errors);
      }
    }
  }

  private static void addIfAny(int gate, int qubit, int error, List<PauliError> errors) {
    if (error > 0) {
      errors.add(new PauliError(gate, qubit, PAULIS[error - 1]));
    }
  }
}
