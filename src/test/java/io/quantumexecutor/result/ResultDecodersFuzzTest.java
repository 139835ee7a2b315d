package io.quantumexecutor.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.InputBounds;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mutated answers are decoded consistently or refused by name; {@code fuzz.seconds} prolongs it.
 */
class ResultDecodersFuzzTest {
  private static final int SHOTS = 4;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 2));
  private static final OutputLayout LAYOUT =
      new OutputLayout(List.of(new Register("a", 2), new Register("b", 1)), List.of(1, 0, 2));

  private static final List<String> FORMATS =
      List.of(
          "ionq.quantum-results.v1",
          "honeywell.quantum-results.v1",
          "rigetti.quil-results.v1",
          "pasqal.pulser-results.v1",
          "microsoft.quantum-results.v1",
          "microsoft.quantum-results.v2");

  private static final List<String> ANSWERS =
      List.of(
          "{\"histogram\":{\"0\":0.5,\"5\":0.25,\"7\":0.25}}",
          "{\"a\":[\"01\",\"11\",\"00\",\"10\"],\"b\":[\"0\",\"1\",\"1\",\"0\"]}",
          "{\"a\":[[0,1],[1,1],[0,0],[1,0]],\"b\":[[0],[1],[1],[0]],\"t\":[[0.5],[1e9],[-1],[[1,2]]]}",
          "{\"counter\":{\"010\":3,\"111\":1},\"more\":[1]}",
          "{\"Histogram\":[\"([0, 1], [1])\",0.75,\"[1, 1], [0]\",0.25]}",
          "{\"DataFormat\":\"microsoft.quantum-results.v2\",\"Results\":[{\"Histogram\":["
              + "{\"Outcome\":{\"Item1\":[0,1],\"Item2\":[1]},\"Display\":\"\",\"Count\":3}],"
              + "\"Shots\":[{\"Item1\":[0,1],\"Item2\":[1]},{\"Item1\":[0,1],\"Item2\":[1]},"
              + "{\"Error\":1},{\"Item1\":[0,1],\"Item2\":[\"One\"]}]}]}");

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          "\"",
          ",",
          ":",
          "0",
          "1",
          "2",
          "-",
          "1e308",
          "1e999999999",
          "null",
          "true",
          "\"Loss\"",
          "(",
          ")",
          "99999999999999999999",
          "0.5",
          "\\u0000",
          "Item1",
          "[[[[[[");

  private final InputBounds bounds = new InputBounds();

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void decode_mutatedAnswers_addUpOrAreRefusedByName() {
    SplittableRandom random = new SplittableRandom(11);
    long end = System.nanoTime() + TIME.toNanos();
    int decoded = 0;
    int refused = 0;
    while (System.nanoTime() - end < 0) {
      String answer = mutate(ANSWERS.get(random.nextInt(ANSWERS.size())), random);
      for (String format : FORMATS) {
        ResultDocument document = decode(format, answer, random.nextBoolean() ? LAYOUT : null);
        if (document == null) {
          refused++;
        } else {
          decoded++;
          assertAddsUp(document, answer);
        }
      }
    }
    System.out.println(bounds.inputs() + " mutated answers, " + decoded + " decoded");
    assertThat(decoded).as("mutants that are still answers").isPositive();
    assertThat(refused).as("mutants that are none").isPositive();
  }

  @Test
  @Timeout(10)
  void decode_deepNesting_isRefused() {
    for (String format : FORMATS) {
      for (String piece : List.of("[", "{\"a\":", "{\"Item1\":", "[\"([([([\",")) {
        assertThat(decode(format, piece.repeat(100_000), null)).isNull();
      }
      String display = "{\"Histogram\":[\"" + "[".repeat(1_000_000) + "\",1]}";
      assertThat(decode(format, display, null)).isNull();
    }
  }

  private @Nullable ResultDocument decode(
      String format, String answer, @Nullable OutputLayout layout) {
    try {
      ResultRequest request = new ResultRequest(format, "ionq.simulator", layout, SHOTS, 1);
      AtomicReference<ResultDocument> document = new AtomicReference<>();
      bounds.run(
          answer, () -> document.set(ResultDecoders.decode(request, answer.getBytes(UTF_8))));
      return document.get();
    } catch (ResultFormatException refused) {
      assertThat(refused).message().isNotBlank();
      return null;
    }
  }

  private static void assertAddsUp(ResultDocument document, String answer) {
    if (document.origin().countsSource() == CountsSource.NONE) {
      assertThat(document.counts()).as(answer).isEmpty();
      return;
    }
    int width = document.registers().stream().mapToInt(OutputRegister::size).sum();
    assertThat(document.counts().keySet()).as(answer).allMatch(key -> key.length() == width);
    assertThat(document.counts().values().stream().mapToLong(n -> n).sum())
        .as(answer)
        .isEqualTo(document.shots().numShots() - document.shots().discardedShots());
  }

  private static String mutate(String answer, SplittableRandom random) {
    StringBuilder text = new StringBuilder(answer);
    for (int left = random.nextInt(4); left > 0; left--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.delete(at, to);
        case 2 -> text.insert(at, text.substring(at, to));
        default -> text.setCharAt(at, (char) (32 + random.nextInt(96)));
      }
      if (text.length() == 0) {
        return "";
      }
    }
    return text.toString();
  }
}
