package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code honeywell.quantum-results.v1}: classical register → one string per shot, its leftmost
 * character the highest bit of the register.
 */
final class QuantinuumDecoder {
  private QuantinuumDecoder() {}

  static ResultDocument decode(ResultRequest request, JsonNode answer, ResultSize size) {
    List<Column> columns = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : AnswerReader.object(answer, "").properties()) {
      columns.add(column(field.getKey(), field.getValue()));
    }
    if (columns.isEmpty()) {
      throw ResultFormatException.shape("", "at least one register is expected");
    }
    return RegisterColumns.decode(request, columns, null, size);
  }

  private static Column column(String name, JsonNode values) {
    String pointer = AnswerReader.member("", name);
    AnswerReader.array(values, pointer);
    List<String> shots = new ArrayList<>();
    for (JsonNode value : values) {
      String text = value.isTextual() ? value.textValue() : "";
      if (text.isEmpty() || !text.chars().allMatch(c -> c == '0' || c == '1')) {
        throw ResultFormatException.shape(
            pointer + "/" + shots.size(), "a string of 0 and 1 is expected");
      }
      shots.add(text);
    }
    return Column.of(name, shots);
  }
}
