package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins answers that have one column of bit strings per register. */
final class RegisterColumns {
  private RegisterColumns() {}

  /**
   * @param columns at least one
   * @param memory values that are no bits
   */
  static ResultDocument decode(
      ResultRequest request, List<Column> columns, @Nullable Map<String, JsonNode> memory) {
    int shots = columns.get(0).shots().size();
    for (Column column : columns) {
      if (column.shots().size() != shots) {
        throw new ResultFormatException(
            Code.COUNTS_CONTRADICT,
            column.register() + " has " + column.shots().size() + " shots, the first has " + shots);
      }
    }
    OutputLayout layout = request.layout();
    List<String> warnings = new ArrayList<>();
    List<Column> joined = layout == null ? columns : select(layout, columns, warnings);
    Tally tally = new Tally();
    for (int shot = 0; shot < shots; shot++) {
      StringBuilder key = new StringBuilder();
      for (int i = joined.size() - 1; i >= 0; i--) {
        key.append(joined.get(i).shots().get(shot));
      }
      tally.add(key.toString(), 1);
    }
    List<Register> registers = joined.stream().map(Column::register).toList();
    return Documents.ofTally(request, registers, tally, memory, warnings);
  }

  /** The program's registers in declaration order; one that is never written may be missing. */
  private static List<Column> select(
      OutputLayout layout, List<Column> columns, List<String> warnings) {
    List<Column> selected = new ArrayList<>();
    int offset = 0;
    for (Register register : layout.registers()) {
      List<Integer> sources = layout.qubitOfBit().subList(offset, offset + register.size());
      selected.add(column(register, sources, columns));
      offset += register.size();
    }
    columns.stream()
        .map(Column::register)
        .filter(register -> !layout.registers().contains(register))
        .forEach(
            other ->
                warnings.add(
                    "left out, because it is not in the program: register " + other.name()));
    return selected;
  }

  private static Column column(Register register, List<Integer> sources, List<Column> columns) {
    for (Column column : columns) {
      if (column.register().isLike(register)) {
        return column;
      }
    }
    boolean named = columns.stream().anyMatch(c -> c.register().name().equals(register.name()));
    if (!named && sources.stream().allMatch(qubit -> qubit == OutputLayout.NEVER_WRITTEN)) {
      return Column.ofZeros(register, columns.get(0).shots().size());
    }
    throw new ResultFormatException(
        Code.REGISTERS_DIFFER,
        "the program has a register "
            + register.name()
            + " of "
            + register.size()
            + " bits, the answer has "
            + columns.stream()
                .map(column -> column.register().name() + "[" + column.register().size() + "]")
                .toList());
  }
}
