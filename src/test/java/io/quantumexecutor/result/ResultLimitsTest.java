package io.quantumexecutor.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of a few megabytes may not become a document of gigabytes. */
class ResultLimitsTest {
  private static final String IONQ = "ionq.quantum-results.v1";
  private static final String QUANTINUUM = "honeywell.quantum-results.v1";
  private static final String RIGETTI = "rigetti.quil-results.v1";
  private static final String PASQAL = "pasqal.pulser-results.v1";
  private static final String V1 = "microsoft.quantum-results.v1";
  private static final String V2 = "microsoft.quantum-results.v2";
  private static final ResultLimits SMALL = new ResultLimits(20_000, 1_000_000, 20);

  /**
   * An answer that is too large.
   *
   * @param zeros bits of a register that is never written; 0 for a program that was passed through
   */
  private record Answer(String format, int zeros, String text) {
    @Override
    public String toString() {
      return format + " " + text.substring(0, Math.min(60, text.length()));
    }
  }

  static List<Answer> tooLarge() {
    return List.of(
        new Answer(IONQ, 400, histogram(64)),
        new Answer(IONQ, 0, histogram(400)),
        new Answer(QUANTINUUM, 400, "{\"c\":[" + list(500, i -> "\"" + i % 2 + "\"") + "]}"),
        new Answer(QUANTINUUM, 0, "{\"c\":[" + list(400, ResultLimitsTest::text) + "]}"),
        new Answer(RIGETTI, 0, "{\"c\":[" + list(400, i -> digits(i)) + "]}"),
        new Answer(PASQAL, 0, "{" + list(400, i -> text(i) + ":1") + "}"),
        new Answer(V1, 0, "{\"Histogram\":[" + list(400, i -> display(i) + ",0.0025") + "]}"),
        new Answer(V2, 0, results(list(400, i -> outcome(digits(i))))),
        new Answer(V2, 0, "{\"Results\":[" + list(20, i -> "{\"Histogram\":[]}") + "]}"),
        new Answer(QUANTINUUM, 0, "[".repeat(21) + "]".repeat(21)),
        new Answer(RIGETTI, 0, "{\"c\":[" + list(100_000, i -> "[1.5]") + "]}"),
        new Answer(QUANTINUUM, 0, "{" + list(8_200, i -> "\"r" + i + "\":[]") + "}"));
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  void decode_moreThanTheLimits_isRefusedWithASentence(Answer answer) {
    OutputLayout layout = answer.zeros() == 0 ? null : layout(answer.zeros());

    ResultFormatException refused = refusal(answer.format(), layout, answer.text(), SMALL);

    assertThat(refused.code()).isEqualTo(Code.TOO_LARGE);
    assertThat(refused.code().wireName()).isEqualTo("result-too-large");
    assertThat(refused).hasMessageStartingWith("the result is too large to be decoded here: ");
  }

  @Test
  void decode_eighteenQubitsOverFourThousandBits_isRefusedBeforeItGrows() {
    OutputLayout layout = layout(4_078);

    ResultFormatException refused = refusal(IONQ, layout, histogram(1 << 18), ResultLimits.DEFAULT);

    assertThat(refused.code()).isEqualTo(Code.TOO_LARGE);
  }

  @Test
  void decode_everyOutcomeOfEighteenQubits_isNotTooLarge() {
    OutputLayout layout =
        new OutputLayout(List.of(new Register("c", 18)), IntStream.range(0, 18).boxed().toList());

    ResultDocument document =
        ResultDecoders.decode(request(IONQ, layout), histogram(1 << 18).getBytes(UTF_8));

    assertThat(document.probabilities()).hasSize(1 << 18);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 100_000})
  void decode_deepDisplayText_isRefusedWithoutRunningOutOfStack(int depth) {
    String text = "(".repeat(depth) + "0" + ")".repeat(depth);

    ResultFormatException refused =
        refusal(V1, null, "{\"Histogram\":[\"" + text + "\",1]}", ResultLimits.DEFAULT);

    assertThat(refused.code()).isEqualTo(Code.UNEXPECTED_SHAPE);
  }

  @Test
  void decode_displayTextOfVeryManyValues_isRefused() {
    String text = String.join(",", Collections.nCopies(100_000, "0"));

    ResultFormatException refused =
        refusal(V1, null, "{\"Histogram\":[\"" + text + "\",1]}", ResultLimits.DEFAULT);

    assertThat(refused.code()).isEqualTo(Code.TOO_LARGE);
  }

  @Test
  void decode_deepOutcomesWithManyRegisters_isRefusedForTheirNames() {
    String pairs = list(20_000, i -> "[0]");
    String text = "[".repeat(50) + pairs + "]".repeat(50);

    ResultFormatException refused = refusal(V2, null, results(outcome(text)), ResultLimits.DEFAULT);

    assertThat(refused.code()).isEqualTo(Code.TOO_LARGE);
  }

  @Test
  void message_longNameInTheAnswer_isShortened() {
    ResultFormatException refused =
        refusal(QUANTINUUM, null, "{\"" + "r".repeat(40_000) + "\":1}", ResultLimits.DEFAULT);

    assertThat(refused.getMessage()).hasSizeLessThan(1_100).endsWith("…");
  }

  @Test
  void decode_numbersThatAllShare_areCheap() {
    String shots = list(2_000, i -> "[" + "0,".repeat(50) + "1]");
    ResultLimits limits = new ResultLimits(1_000_000, 2_000_000, 20);

    assertThatCode(
            () ->
                ResultDecoders.decode(
                    request(RIGETTI, null), ("{\"c\":[" + shots + "]}").getBytes(UTF_8), limits))
        .doesNotThrowAnyException();
  }

  private static ResultFormatException refusal(
      String format, @Nullable OutputLayout layout, String answer, ResultLimits limits) {
    return catchThrowableOfType(
        ResultFormatException.class,
        () -> ResultDecoders.decode(request(format, layout), answer.getBytes(UTF_8), limits));
  }

  private static ResultRequest request(String format, @Nullable OutputLayout layout) {
    return new ResultRequest(format, "any.qpu", layout, 400, 1);
  }

  /** A register of one bit from qubit 0, and one that is never written. */
  private static OutputLayout layout(int zeros) {
    List<Integer> qubits =
        IntStream.rangeClosed(0, zeros)
            .map(bit -> bit == 0 ? 0 : OutputLayout.NEVER_WRITTEN)
            .boxed()
            .toList();
    return new OutputLayout(List.of(new Register("c", 1), new Register("z", zeros)), qubits);
  }

  private static String histogram(int states) {
    double share = 1.0 / states;
    return "{\"histogram\":{" + list(states, i -> "\"" + i + "\":" + share) + "}}";
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
  }

  private static String bits(int number) {
    return Integer.toBinaryString(1 << 12 | number).substring(1);
  }

  private static String text(int number) {
    return "\"" + bits(number) + "\"";
  }

  private static String digits(int number) {
    return bits(number).chars().mapToObj(bit -> "" + (char) bit).toList().toString();
  }

  private static String display(int number) {
    return "\"" + digits(number) + "\"";
  }

  private static String outcome(String value) {
    return "{\"Outcome\":" + value + ",\"Count\":1}";
  }

  private static String results(String histogram) {
    return "{\"Results\":[{\"Histogram\":[" + histogram + "]}]}";
  }
}
