package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Operation.Measurement;
import io.quantumexecutor.circuit.Operation.Reset;
import java.util.BitSet;
import java.util.List;

/** Circuits whose outcome distribution follows from one run of their gates. */
final class FinalMeasurements {
  private FinalMeasurements() {}

  /** Whether nothing follows a measurement on its qubit but further measurements. */
  static boolean areIn(Circuit circuit) {
    BitSet measured = new BitSet();
    for (Operation operation : circuit.operations()) {
      if (operation instanceof Measurement measurement) {
        measured.set(measurement.qubit());
      } else if (operation instanceof Gate gate) {
        if (touches(gate, measured)) {
          return false;
        }
      }
    }
    return isUnitary(circuit);
  }

  /** Whether there is no condition, and no reset of a qubit that a gate touched before. */
  static boolean isUnitary(Circuit circuit) {
    BitSet touched = new BitSet();
    for (Operation operation : circuit.operations()) {
      if (operation instanceof Gate gate) {
        gate.controls().forEach(touched::set);
        gate.targets().forEach(touched::set);
      } else if (operation instanceof Reset reset) {
        if (touched.get(reset.qubit())) {
          return false;
        }
      } else if (!(operation instanceof Measurement || operation instanceof Operation.Barrier)) {
        return false;
      }
    }
    return true;
  }

  static List<Gate> gates(Circuit circuit) {
    return circuit.operations().stream()
        .filter(Gate.class::isInstance)
        .map(Gate.class::cast)
        .toList();
  }

  private static boolean touches(Gate gate, BitSet qubits) {
    return gate.controls().stream().anyMatch(qubits::get)
        || gate.targets().stream().anyMatch(qubits::get);
  }
}
