package io.quantumexecutor.circuit.classiq;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures outputs at the end of a circuit. Classiq's texts measure nothing: its executor adds the
 * measurement from the output map.
 */
final class OutputMeasurement {
  private OutputMeasurement() {}

  /**
   * The circuit with every output that it does not measure itself in a register of its own, in
   * declaration order (the first rightmost), bit i being qubit i of the output's list. They follow
   * the registers of the text; registers of a text that never uses any are dropped.
   */
  static Circuit added(Circuit circuit, List<ClassiqOutput> outputs) {
    List<Integer> measured = OutputLayout.of(circuit).qubitOfBit();
    List<Register> bits = new ArrayList<>(usesBits(circuit) ? circuit.bits() : List.of());
    int next = bits.stream().mapToInt(Register::size).sum();
    List<Operation> operations = new ArrayList<>(circuit.operations());
    for (ClassiqOutput output : outputs) {
      if (!measured.containsAll(output.qubits())) {
        bits.add(new Register(output.name(), output.qubits().size()));
        for (int qubit : output.qubits()) {
          operations.add(new Operation.Measurement(qubit, next, Place.NONE));
          next++;
        }
      }
    }
    return new Circuit(circuit.qubits(), bits, operations);
  }

  private static boolean usesBits(Circuit circuit) {
    return circuit.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Measurement
                    || operation instanceof Operation.Conditional);
  }
}
