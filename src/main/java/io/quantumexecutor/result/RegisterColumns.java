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
  /** Each is compared with each register of the program. */
  private static final int MAX_COLUMNS = 8_192;

  private RegisterColumns() {}

  /**
   * @param columns at least one
   * @param memory values that are no bits
   */
  static ResultDocument decode(
      ResultRequest request,
      List<Column> columns,
      @Nullable Map<String, JsonNode> memory,
      ResultSize size) {
    if (columns.size() > MAX_COLUMNS) {
      throw ResultSize.tooLarge("it has more than " + MAX_COLUMNS + " registers");
    }
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
    List<Column> selected = layout == null ? columns : select(layout, columns, warnings);
    List<Register> registers = selected.stream().map(Column::register).toList();
    Tally tally = joined(selected, shots, size);
    return Documents.ofTally(request, registers, tally, memory, warnings);
  }

  private static Tally joined(List<Column> columns, int shots, ResultSize size) {
    int width = columns.stream().mapToInt(column -> column.register().size()).sum();
    size.passing(shots, width);
    Tally tally = new Tally(size);
    for (int shot = 0; shot < shots; shot++) {
      StringBuilder key = new StringBuilder(width);
      for (int i = columns.size() - 1; i >= 0; i--) {
        key.append(columns.get(i).shots().get(shot));
      }
      tally.add(key.toString(), 1);
    }
    return tally;
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
