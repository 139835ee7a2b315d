package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code ionq.quantum-results.v1}: decimal number of a basis state → probability, qubit 0 the least
 * significant bit; states not listed have probability 0.
 */
final class IonqDecoder {
  private static final String POINTER = "/histogram";

  /** Enough for 1,024 qubits. */
  private static final int MAX_DIGITS = 310;

  private IonqDecoder() {}

  static ResultDocument decode(ResultRequest request, JsonNode answer, ResultSize size) {
    JsonNode histogram = AnswerReader.object(answer.path("histogram"), POINTER);
    OutputLayout given = request.layout();
    OutputLayout layout = given == null ? allQubits(histogram) : given;
    size.outcomes(histogram.size(), layout.bitCount());
    Map<String, Double> probabilities = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : histogram.properties()) {
      String pointer = AnswerReader.member(POINTER, field.getKey());
      double probability = AnswerReader.probability(field.getValue(), pointer);
      String key = key(state(field.getKey(), pointer), layout);
      probabilities.merge(key, probability, Double::sum);
    }
    List<String> warnings =
        given != null
            ? List.of()
            : List.of(
                "the answer does not say how many qubits there are: the highest ones may be missing");
    return Documents.ofDistribution(request, layout.registers(), probabilities, warnings);
  }

  private static BigInteger state(String text, String pointer) {
    boolean decimal = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!decimal || text.length() > MAX_DIGITS) {
      throw ResultFormatException.shape(pointer, "the decimal number of a state is expected");
    }
    return new BigInteger(text);
  }

  private static OutputLayout allQubits(JsonNode histogram) {
    int qubits = 1;
    for (Map.Entry<String, JsonNode> field : histogram.properties()) {
      String pointer = AnswerReader.member(POINTER, field.getKey());
      qubits = Math.max(qubits, state(field.getKey(), pointer).bitLength());
    }
    return new OutputLayout(
        List.of(new Register("q", qubits)), IntStream.range(0, qubits).boxed().toList());
  }

  private static String key(BigInteger state, OutputLayout layout) {
    StringBuilder key = new StringBuilder(layout.bitCount());
    for (int bit = layout.bitCount() - 1; bit >= 0; bit--) {
      int qubit = layout.qubitOfBit().get(bit);
      key.append(qubit != OutputLayout.NEVER_WRITTEN && state.testBit(qubit) ? '1' : '0');
    }
    return key.toString();
  }
}
