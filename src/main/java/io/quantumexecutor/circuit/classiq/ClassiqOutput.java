package io.quantumexecutor.circuit.classiq;

import java.util.List;

/**
 * An output of a quantum program.
 *
 * @param qubits its qubits in the circuit (global indices), at least one, the least significant
 *     first
 * @param type what they mean; takes as many qubits as there are
 */
public record ClassiqOutput(String name, List<Integer> qubits, OutputType type) {
  public ClassiqOutput {
    qubits = List.copyOf(qubits);
  }
}
