package io.quantumexecutor.result;

import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Outcomes with probabilities, and two ways to make counts of them. */
final class Distribution {
  /** How far from 1 the sum of rounded probabilities may be. */
  static final double TOLERANCE = 1e-3;

  private final List<String> outcomes = new ArrayList<>();
  private final double[] probabilities;
  private final double sum;

  /** The outcomes are taken in ascending order, so that draws do not depend on the answer's. */
  Distribution(Map<String, Double> probabilityOf) {
    probabilities = new double[probabilityOf.size()];
    new TreeMap<>(probabilityOf)
        .forEach(
            (outcome, probability) -> {
              probabilities[outcomes.size()] = probability;
              outcomes.add(outcome);
            });
    sum = Arrays.stream(probabilities).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new ResultFormatException(
          Code.PROBABILITIES_OFF, "the probabilities of the answer add up to " + sum);
    }
  }

  /**
   * Draws shots with the seed. The number of random numbers is bounded by the number of outcomes,
   * whatever the shots.
   */
  Map<String, Long> sample(int shots, long seed) {
    return sample(shots, new SplittableRandom(seed));
  }

  /**
   * A multinomial draw as a chain of binomial ones (L. Devroye, "Non-Uniform Random Variate
   * Generation", 1986, section XI.1.4): each outcome takes its share of the shots that those before
   * it left.
   */
  Map<String, Long> sample(int shots, RandomGenerator random) {
    BinomialSampler sampler = new BinomialSampler(random);
    double[] from = sumsToTheEnd();
    long[] counts = new long[probabilities.length];
    int left = shots;
    for (int i = 0; left > 0; i++) {
      int drawn = sampler.draw(left, probabilities[i] / from[i]);
      counts[i] = drawn;
      left -= drawn;
    }
    return toMap(counts);
  }

  /** Added from the end on, so that the last outcome that is possible has a share of exactly 1. */
  private double[] sumsToTheEnd() {
    double[] sums = new double[probabilities.length];
    double after = 0;
    for (int i = sums.length - 1; i >= 0; i--) {
      after += probabilities[i];
      sums[i] = after;
    }
    return sums;
  }

  /** Multiplies by the shots; what rounding down leaves over goes to the largest remainders. */
  Map<String, Long> scale(int shots) {
    long[] counts = new long[probabilities.length];
    double[] remainders = new double[probabilities.length];
    long left = shots;
    for (int i = 0; i < counts.length; i++) {
      double share = probabilities[i] / sum * shots;
      // A count that rounding made a hair less than whole is whole.
      counts[i] = (long) Math.floor(share + 1e-9);
      remainders[i] = share - counts[i];
      left -= counts[i];
    }
    IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -remainders[i]))
        .limit(left)
        .forEach(i -> counts[i]++);
    return toMap(counts);
  }

  private Map<String, Long> toMap(long[] counts) {
    Map<String, Long> result = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        result.put(outcomes.get(i), counts[i]);
      }
    }
    return result;
  }
}
