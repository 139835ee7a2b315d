package io.quantumexecutor.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a program's measured qubits become the bits of its result.
 *
 * @param registers classical registers in declaration order, the first rightmost in a key; those
 *     that are no outputs among them
 * @param qubitOfBit for each bit (global index) the qubit whose last measurement writes it outside
 *     of any condition, or {@link #NEVER_WRITTEN}: such a bit is 0
 */
public record OutputLayout(List<Register> registers, List<Integer> qubitOfBit) {
  public static final int NEVER_WRITTEN = -1;

  public OutputLayout {
    registers = List.copyOf(registers);
    qubitOfBit = List.copyOf(qubitOfBit);
  }

  /** The layout of a circuit whose measurements are its outputs. */
  public static OutputLayout of(Circuit circuit) {
    Integer[] qubitOfBit = new Integer[circuit.bitCount()];
    Arrays.fill(qubitOfBit, NEVER_WRITTEN);
    for (Operation operation : circuit.operations()) {
      if (operation instanceof Operation.Measurement measurement) {
        qubitOfBit[measurement.bit()] = measurement.qubit();
      }
    }
    return new OutputLayout(circuit.bits(), List.of(qubitOfBit));
  }

  /** The same under other names of the registers, given in their order. */
  public OutputLayout named(List<String> names) {
    List<Register> renamed = new ArrayList<>();
    for (int i = 0; i < registers.size(); i++) {
      Register register = registers.get(i);
      renamed.add(new Register(names.get(i), register.size(), register.isOutput()));
    }
    return new OutputLayout(renamed, qubitOfBit);
  }

  /** The same without the registers that are no outputs. */
  public OutputLayout outputs() {
    List<Integer> qubits = new ArrayList<>();
    int offset = 0;
    for (Register register : registers) {
      if (register.isOutput()) {
        qubits.addAll(qubitOfBit.subList(offset, offset + register.size()));
      }
      offset += register.size();
    }
    return new OutputLayout(registers.stream().filter(Register::isOutput).toList(), qubits);
  }

  /** The names of the registers in their order. */
  public List<String> names() {
    return registers.stream().map(Register::name).toList();
  }

  public int bitCount() {
    return qubitOfBit.size();
  }
}
