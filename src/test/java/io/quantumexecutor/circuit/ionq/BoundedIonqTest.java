package io.quantumexecutor.circuit.ionq;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.Bounded;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gate and every pair of Pauli words is counted. */
class BoundedIonqTest {
  private static final String HEAD = "{\"qubits\":1024,\"circuit\":[";

  static Stream<Arguments> attacks() {
    return Stream.of(
        Arguments.of("words of many letters", HEAD + list(exponential(1_024, 256, 1), 30)),
        Arguments.of("phases with many controls", HEAD + list(exponential(1, 256, 1_000), 1_000)),
        Arguments.of("empty gates", HEAD + "{},".repeat(2_600_000) + "{}]}"),
        Arguments.of("deep lists", HEAD + "[".repeat(100_000)),
        Arguments.of("long unknown names", HEAD + "{\"" + "a".repeat(8_000_000) + "\":1}]}"));
  }

  private static String list(String gate, int times) {
    return (gate + ",").repeat(times - 1) + gate + "]}";
  }

  private static String exponential(int targets, int terms, int controls) {
    String word = "\"" + "Z".repeat(targets) + "\"";
    return "{\"gate\":\"pauliexp\",\"targets\":"
        + numbers(0, targets)
        + ",\"controls\":"
        + numbers(targets == 1 ? 10 : 1_023, targets == 1 ? controls : 0)
        + ",\"terms\":["
        + (word + ",").repeat(terms - 1)
        + word
        + "],\"coefficients\":["
        + "1,".repeat(terms - 1)
        + "1],\"time\":1}";
  }

  private static String numbers(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void read_hostileJson_isRefused(String attack, String json) {
    ProgramException refused = Bounded.refusal(() -> IonqReader.read(json, CircuitLimits.DEFAULT));

    assertThat(refused.errors())
        .as(attack)
        .isNotEmpty()
        .allMatch(error -> error.message().length() < 400);
  }
}
