package io.quantumexecutor.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what is drawn against the binomial distribution itself. */
class BinomialSamplerTest {
  private static final int DRAWS = 200_000;

  /** Bins with fewer expected draws are put together. */
  private static final double LEAST = 20;

  /** Standard deviations: a right sampler fails once in some millions of seeds. */
  private static final double MOST = 5;

  private final BinomialSampler sampler = new BinomialSampler(new SplittableRandom(1));

  @ParameterizedTest
  @CsvSource({
    "1, 0.3",
    "5, 0.5",
    "12, 0.97",
    "40, 0.2",
    "40, 0.25",
    "100, 0.0999",
    "100, 0.1001",
    "1000, 0.001",
    "1000, 0.5",
    "1000, 0.999",
    "100000, 0.00011",
    "1000000, 0.4",
    "100000000, 0.0000001",
    "100000000, 0.000001",
    "100000000, 0.99999999",
    "2147483647, 1e-9"
  })
  void draw_manyTimes_passesTheChiSquareTest(int trials, double p) {
    int[] drawn = new int[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      drawn[i] = sampler.draw(trials, p);
    }

    List<double[]> bins = bins(trials, p, drawn);
    double chiSquare = 0;
    for (double[] bin : bins) {
      chiSquare += (bin[0] - bin[1]) * (bin[0] - bin[1]) / bin[1];
    }
    double freedom = bins.size() - 1.0;
    assertThat(chiSquare).isLessThan(freedom + MOST * Math.sqrt(2 * freedom) + MOST);
  }

  @ParameterizedTest
  @CsvSource({"100000000, 0.5", "100000000, 0.1", "2147483647, 0.3", "2147483647, 0.999"})
  void draw_hugeNumbers_haveMeanAndVariance(int trials, double p) {
    double mean = trials * p;
    double deviation = Math.sqrt(mean * (1 - p));
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double z = (sampler.draw(trials, p) - mean) / deviation;
      sum += z;
      squares += z * z;
    }

    assertThat(sum / Math.sqrt(DRAWS)).isCloseTo(0, within(MOST));
    assertThat(squares / DRAWS).isCloseTo(1, within(MOST * Math.sqrt(2.0 / DRAWS)));
  }

  @Test
  void draw_certainties_needNoRandomNumber() {
    SplittableRandom untouched = new SplittableRandom(2);
    BinomialSampler certain = new BinomialSampler(untouched);

    assertThat(certain.draw(0, 0.5)).isZero();
    assertThat(certain.draw(7, 0)).isZero();
    assertThat(certain.draw(7, 1)).isEqualTo(7);
    assertThat(untouched.nextLong()).isEqualTo(new SplittableRandom(2).nextLong());
  }

  @Test
  void draw_leastProbabilities_isNoEndlessLoop() {
    assertThat(sampler.draw(Integer.MAX_VALUE, Double.MIN_VALUE)).isZero();
    assertThat(sampler.draw(Integer.MAX_VALUE, Math.nextDown(1.0)))
        .isBetween(Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
  }

  /** Observed and expected draws of runs of outcomes around the mean. */
  private static List<double[]> bins(int trials, double p, int[] drawn) {
    double mean = trials * p;
    double spread = 12 * Math.sqrt(mean * (1 - p)) + 60;
    int low = (int) Math.max(0, mean - spread);
    int high = (int) Math.min(trials, mean + spread);
    double[] observed = new double[high - low + 1];
    for (int k : drawn) {
      assertThat(k).isBetween(low, high);
      observed[k - low]++;
    }
    List<double[]> bins = new ArrayList<>();
    double[] bin = new double[2];
    for (int k = low; k <= high; k++) {
      bin[0] += observed[k - low];
      bin[1] += DRAWS * Math.exp(logProbability(trials, p, k));
      if (bin[1] >= LEAST) {
        bins.add(bin);
        bin = new double[2];
      }
    }
    double[] last = bins.get(bins.size() - 1);
    last[0] += bin[0];
    last[1] += bin[1];
    return bins;
  }

  private static double logProbability(int n, double p, int k) {
    return logFactorial(n)
        - logFactorial(k)
        - logFactorial(n - k)
        + k * Math.log(p)
        + (n - k) * Math.log1p(-p);
  }

  /** Stirling's series; the small ones by multiplication. */
  private static double logFactorial(int n) {
    if (n < 20) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return Math.log(product);
    }
    double x = n;
    return (x + 0.5) * Math.log(x)
        - x
        + 0.5 * Math.log(2 * Math.PI)
        + 1 / (12 * x)
        - 1 / (360 * x * x * x)
        + 1 / (1260 * Math.pow(x, 5));
  }
}
