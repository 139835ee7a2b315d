package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code pasqal.pulser-results.v1}: bit string → count, alone or as {@code counter} among other
 * results; character i of a bit string is atom i, so it is turned around.
 */
final class PasqalDecoder {
  private PasqalDecoder() {}

  static ResultDocument decode(ResultRequest request, JsonNode answer, ResultSize size) {
    boolean full = AnswerReader.object(answer, "").path("counter").isObject();
    String pointer = full ? "/counter" : "";
    JsonNode counter = full ? answer.get("counter") : answer;
    Tally tally = new Tally(size);
    int atoms = 0;
    for (Map.Entry<String, JsonNode> entry : counter.properties()) {
      String key = entry.getKey();
      String place = AnswerReader.member(pointer, key);
      boolean bits = !key.isEmpty() && key.chars().allMatch(c -> c == '0' || c == '1');
      if (!bits || (atoms > 0 && key.length() != atoms)) {
        throw ResultFormatException.shape(place, "bit strings of one width are expected");
      }
      atoms = key.length();
      long count = AnswerReader.count(entry.getValue(), place);
      tally.add(new StringBuilder(key).reverse().toString(), count);
    }
    if (tally.kept() == 0) {
      throw ResultFormatException.shape(pointer, "at least one shot is expected");
    }
    requireWidth(request.layout(), atoms);
    return Documents.ofTally(request, List.of(new Register("atoms", atoms)), tally, List.of());
  }

  private static void requireWidth(@Nullable OutputLayout layout, int atoms) {
    if (layout != null && layout.bitCount() != atoms) {
      throw new ResultFormatException(
          Code.REGISTERS_DIFFER,
          "the program has " + layout.bitCount() + " bits, the answer has " + atoms);
    }
  }
}
