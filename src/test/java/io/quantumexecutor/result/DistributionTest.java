package io.quantumexecutor.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
  private static final int OUTCOMES = 4_096;

  /** Counts the random numbers that are asked for. */
  private static final class Counted implements RandomGenerator {
    private final SplittableRandom random = new SplittableRandom(5);
    private int draws;

    @Override
    public long nextLong() {
      draws++;
      return random.nextLong();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000, 100_000_000, Integer.MAX_VALUE})
  void sample_anyNumberOfShots_drawsAFewTimesForEachOutcome(int shots) {
    Counted random = new Counted();

    Map<String, Long> counts = distribution().sample(shots, random);

    assertThat(random.draws).isLessThan(3 * OUTCOMES);
    assertThat(total(counts)).isEqualTo(shots);
    System.out.println(shots + " shots: " + random.draws + " draws");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 5_000, 100_000_000})
  void sample_sameSeed_givesTheSameCounts(int shots) {
    Map<String, Long> counts = distribution().sample(shots, 3);

    assertThat(distribution().sample(shots, 3)).isEqualTo(counts);
    assertThat(distribution().sample(shots, 4)).isNotEqualTo(counts);
  }

  @Test
  void sample_hundredMillionShots_passesTheGTest() {
    Map<String, Double> probabilities = probabilities();
    int shots = 100_000_000;

    Map<String, Long> counts = new Distribution(probabilities).sample(shots, 11);

    double g = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      g += entry.getValue() * Math.log(entry.getValue() / (shots * probability(entry.getKey())));
    }
    double freedom = OUTCOMES - 1.0;
    assertThat(2 * g).isBetween(freedom - 500, freedom + 500);
  }

  @Test
  void sample_impossibleOutcomes_areNeverDrawn() {
    Map<String, Double> probabilities =
        Map.of("000", 0.0, "001", 0.5, "010", 0.0, "011", 0.5, "100", 0.0, "111", 0.0);

    assertThat(new Distribution(probabilities).sample(1_000_000, 1))
        .containsOnlyKeys("001", "011")
        .satisfies(counts -> assertThat(total(counts)).isEqualTo(1_000_000));
  }

  @Test
  void sample_roundedProbabilities_stillAddUpToTheShots() {
    Map<String, Double> probabilities = Map.of("0", 0.3333, "1", 0.3333, "2", 0.3333);

    assertThat(total(new Distribution(probabilities).sample(999, 1))).isEqualTo(999);
  }

  private static Distribution distribution() {
    return new Distribution(probabilities());
  }

  private static double probability(String outcome) {
    return (Integer.parseInt(outcome, 2) + 1) / (OUTCOMES * (OUTCOMES + 1) / 2.0);
  }

  private static Map<String, Double> probabilities() {
    Map<String, Double> probabilities = new HashMap<>();
    for (int i = 0; i < OUTCOMES; i++) {
      String outcome = Integer.toBinaryString(OUTCOMES + i).substring(1);
      probabilities.put(outcome, probability(outcome));
    }
    return probabilities;
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(count -> count).sum();
  }
}
