package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code microsoft.quantum-results.v1}: a list that alternates between the display text of an
 * outcome and its probability.
 */
final class MicrosoftV1Decoder {
  private static final String POINTER = "/Histogram";

  private MicrosoftV1Decoder() {}

  static ResultDocument decode(ResultRequest request, JsonNode answer, ResultSize size) {
    JsonNode entries =
        AnswerReader.array(AnswerReader.object(answer, "").path("Histogram"), POINTER);
    if (entries.isEmpty() || entries.size() % 2 != 0) {
      throw ResultFormatException.shape(POINTER, "pairs of outcome and probability are expected");
    }
    RecordedRegisters registers = new RecordedRegisters(request.layout());
    Map<String, Double> probabilities = new HashMap<>();
    for (int i = 0; i < entries.size(); i += 2) {
      String pointer = POINTER + "/" + i;
      if (!entries.get(i).isTextual()) {
        throw ResultFormatException.shape(pointer, "the display text of an outcome is expected");
      }
      JsonNode outcome = DisplayText.read(entries.get(i).textValue(), pointer);
      Recorded recorded = Recorded.of(outcome, pointer);
      if (recorded.isLost()) {
        throw ResultFormatException.shape(
            pointer, "lost shots are given as a probability: they cannot be counted");
      }
      registers.check(recorded, pointer);
      double probability = AnswerReader.probability(entries.get(i + 1), POINTER + "/" + (i + 1));
      String key = recorded.key();
      size.outcome(key.length());
      probabilities.merge(key, probability, Double::sum);
    }
    return Documents.ofDistribution(request, registers.get(), probabilities, List.of());
  }
}
