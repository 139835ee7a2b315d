package io.quantumexecutor.result;

import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registers all outcomes of an answer share. Programs we translate record one array per
 * classical register in declaration order, index 0 first.
 */
final class RecordedRegisters {
  private final @Nullable OutputLayout layout;
  private @Nullable List<Register> registers;

  RecordedRegisters(@Nullable OutputLayout layout) {
    this.layout = layout;
  }

  /** Refuses an outcome unlike the ones before it, or unlike the program's registers. */
  void check(Recorded outcome, String pointer) {
    if (outcome.registers().isEmpty()) {
      throw ResultFormatException.shape(pointer, "the outcome has no bits");
    }
    if (registers == null) {
      registers = outcome.registers();
      checkLayout(registers);
    } else if (!registers.equals(outcome.registers())) {
      throw ResultFormatException.shape(pointer, "the outcome has other registers than the first");
    }
  }

  private void checkLayout(List<Register> found) {
    if (layout != null && !sizes(layout.registers()).equals(sizes(found))) {
      throw new ResultFormatException(
          Code.REGISTERS_DIFFER,
          "the program has the registers " + layout.registers() + ", the answer has " + found);
    }
  }

  private static List<Integer> sizes(List<Register> registers) {
    return registers.stream().map(Register::size).toList();
  }

  /** Those of the program, else those of the outcomes; none when no outcome was seen. */
  List<Register> get() {
    if (layout != null) {
      return layout.registers();
    }
    return registers == null ? List.of() : registers;
  }
}
