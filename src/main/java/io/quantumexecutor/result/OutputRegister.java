package io.quantumexecutor.result;

import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a classical register stands in a bit string.
 *
 * @param name as the program or the answer names it
 * @param size characters
 * @param offset characters to the right of it: its bit 0 is the character {@code offset} from the
 *     right
 */
public record OutputRegister(String name, int size, int offset) {
  /** Places registers in declaration order, the first one rightmost. */
  public static List<OutputRegister> place(List<Register> registers) {
    List<OutputRegister> placed = new ArrayList<>();
    int offset = 0;
    for (Register register : registers) {
      placed.add(new OutputRegister(register.name(), register.size(), offset));
      offset += register.size();
    }
    return List.copyOf(placed);
  }
}
