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

  /** Draws shots with the seed. */
  Map<String, Long> sample(int shots, long seed) {
    double[] upTo = new double[probabilities.length];
    double below = 0;
    for (int i = 0; i < upTo.length; i++) {
      below += probabilities[i];
      upTo[i] = below;
    }
    SplittableRandom random = new SplittableRandom(seed);
    long[] counts = new long[upTo.length];
    for (int shot = 0; shot < shots; shot++) {
      counts[firstAbove(upTo, random.nextDouble() * below)]++;
    }
    return toMap(counts);
  }

  private static int firstAbove(double[] ascending, double point) {
    int low = 0;
    int high = ascending.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
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
