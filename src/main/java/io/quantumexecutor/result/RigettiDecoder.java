package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code rigetti.quil-results.v1}: memory region → one row per shot, index 0 leftmost. Regions of 0
 * and 1 are registers; regions with other integers, reals or complex pairs are kept as memory.
 */
final class RigettiDecoder {
  private RigettiDecoder() {}

  static ResultDocument decode(ResultRequest request, JsonNode answer, ResultSize size) {
    List<Column> columns = new ArrayList<>();
    Map<String, JsonNode> memory = new LinkedHashMap<>();
    int shots = shots(AnswerReader.object(answer, ""));
    for (Map.Entry<String, JsonNode> region : answer.properties()) {
      if (isBits(region.getValue(), AnswerReader.member("", region.getKey()))) {
        columns.add(column(region.getKey(), region.getValue()));
      } else {
        memory.put(region.getKey(), region.getValue());
      }
    }
    if (columns.isEmpty()) {
      return Documents.ofMemory(request, shots, memory);
    }
    return RegisterColumns.decode(request, columns, memory.isEmpty() ? null : memory, size);
  }

  /** The rows of every region, which must be as many in each. */
  private static int shots(JsonNode answer) {
    int shots = -1;
    for (Map.Entry<String, JsonNode> region : answer.properties()) {
      String pointer = AnswerReader.member("", region.getKey());
      int rows = AnswerReader.array(region.getValue(), pointer).size();
      if (rows == 0) {
        throw ResultFormatException.shape(pointer, "at least one shot is expected");
      }
      if (shots >= 0 && rows != shots) {
        throw new ResultFormatException(
            Code.COUNTS_CONTRADICT, pointer + " has " + rows + " shots, others have " + shots);
      }
      shots = rows;
    }
    if (shots < 0) {
      throw ResultFormatException.shape("", "at least one memory region is expected");
    }
    return shots;
  }

  private static boolean isBits(JsonNode rows, String pointer) {
    boolean bits = true;
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = AnswerReader.array(rows.get(i), pointer + "/" + i);
      bits &= !row.isEmpty();
      for (int j = 0; j < row.size(); j++) {
        JsonNode value = row.get(j);
        if (!value.isNumber() && !isComplex(value)) {
          throw ResultFormatException.shape(
              pointer + "/" + i + "/" + j, "a number or a complex pair is expected");
        }
        bits &= value.isInt() && (value.intValue() & ~1) == 0;
      }
    }
    return bits;
  }

  private static boolean isComplex(JsonNode value) {
    return value.isArray()
        && value.size() == 2
        && value.get(0).isNumber()
        && value.get(1).isNumber();
  }

  private static Column column(String name, JsonNode rows) {
    List<String> shots = new ArrayList<>();
    for (JsonNode row : rows) {
      StringBuilder bits = new StringBuilder();
      row.forEach(value -> bits.append(value.intValue()));
      shots.add(bits.reverse().toString());
    }
    return Column.of(name, shots);
  }
}
