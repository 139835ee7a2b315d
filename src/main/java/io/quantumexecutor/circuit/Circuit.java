package io.quantumexecutor.circuit;

import java.util.List;

/**
 * A quantum program as a flat list of operations.
 *
 * <p>Qubits and bits have global indices that follow declaration order: element i of a register is
 * the sum of the sizes of the registers before it plus i. Bit 0 is the rightmost character of a
 * result key, so the first declared register stands rightmost and its element 0 rightmost in it.
 *
 * @param qubits the quantum registers in declaration order
 * @param bits the classical registers in declaration order
 * @param operations in program order
 */
public record Circuit(List<Register> qubits, List<Register> bits, List<Operation> operations) {
  public Circuit {
    qubits = List.copyOf(qubits);
    bits = List.copyOf(bits);
    operations = List.copyOf(operations);
  }

  public int qubitCount() {
    return qubits.stream().mapToInt(Register::size).sum();
  }

  public int bitCount() {
    return bits.stream().mapToInt(Register::size).sum();
  }
}
