package io.quantumexecutor.result;

import java.util.random.RandomGenerator;

/**
 * Draws from binomial distributions with a number of random numbers that does not grow with the
 * number of trials: about two and a half for each draw.
 *
 * <p>Few expected successes: sequential search, algorithm BINV of V. Kachitvichyanukul and B. W.
 * Schmeiser, "Binomial random variate generation", Communications of the ACM 31 (1988) 216-222.
 * Otherwise: transformed rejection with a squeeze, algorithm BTRS of W. Hörmann, "The generation of
 * binomial random variates", Journal of Statistical Computation and Simulation 46 (1993) 101-110.
 * Both are exact but for the rounding of doubles.
 */
final class BinomialSampler {
  /** From so many expected successes on BTRS is valid (Hörmann 1993). */
  private static final double FEW = 10;

  private final RandomGenerator random;

  BinomialSampler(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The number of successes.
   *
   * @param trials at least 0
   * @param p the probability of a success, from 0 to 1
   */
  int draw(int trials, double p) {
    if (trials == 0 || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return trials;
    }
    return p > 0.5 ? trials - atMostHalf(trials, 1 - p) : atMostHalf(trials, p);
  }

  private int atMostHalf(int trials, double p) {
    if (trials * p < FEW) {
      return search(trials, p);
    }
    Rejection rejection = new Rejection(trials, p);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double k = rejection.candidate(u);
      if (rejection.accepts(u, k, random.nextDouble())) {
        return (int) k;
      }
    }
  }

  /** BINV: subtracts the probabilities of 0, 1, 2 … successes from one random number. */
  private int search(int trials, double p) {
    double odds = p / (1 - p);
    // More have a probability of less than 1e-13: a random number that says so is rounding.
    int most = (int) Math.min(trials, 10 * FEW);
    while (true) {
      double left = random.nextDouble();
      double probability = Math.exp(trials * Math.log1p(-p));
      for (int k = 0; k <= most; k++) {
        if (left <= probability) {
          return k;
        }
        left -= probability;
        probability *= odds * (trials - k) / (k + 1);
      }
    }
  }

  /** BTRS, with the names of the paper; p is at most a half. */
  private static final class Rejection {
    private final double n;
    private final double r;
    private final double a;
    private final double b;
    private final double c;
    private final double alpha;
    private final double vr;
    private final double m;

    Rejection(int n, double p) {
      this.n = n;
      double spq = Math.sqrt(n * p * (1 - p));
      r = p / (1 - p);
      b = 1.15 + 2.53 * spq;
      a = -0.0873 + 0.0248 * b + 0.01 * p;
      c = n * p + 0.5;
      alpha = (2.83 + 5.1 / b) * spq;
      vr = 0.92 - 4.2 / b;
      m = Math.floor((n + 1.0) * p);
    }

    double candidate(double u) {
      return Math.floor((2 * a / (0.5 - Math.abs(u)) + b) * u + c);
    }

    boolean accepts(double u, double k, double v) {
      if (!(k >= 0 && k <= n)) {
        return false;
      }
      double us = 0.5 - Math.abs(u);
      return (us >= 0.07 && v <= vr) || Math.log(v * alpha / (a / (us * us) + b)) <= logRatio(k);
    }

    /** The logarithm of the probability of k by that of m, the most probable one. */
    private double logRatio(double k) {
      return (m + 0.5) * Math.log((m + 1) / (r * (n - m + 1)))
          + (n + 1) * Math.log((n - m + 1) / (n - k + 1))
          + (k + 0.5) * Math.log(r * (n - k + 1) / (k + 1))
          + beyondStirling(m)
          + beyondStirling(n - m)
          - beyondStirling(k)
          - beyondStirling(n - k);
    }

    /** What Stirling's formula for the logarithm of k! leaves over, to eight places. */
    private static double beyondStirling(double k) {
      if (k < 10) {
        return SMALL[(int) k];
      }
      double next = k + 1;
      double square = next * next;
      return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next;
    }

    /** For 0 to 9 (Hörmann 1993, table of f_c). */
    private static final double[] SMALL = {
      0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
      0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.01041126526197209,
      0.009255462182712733, 0.00833056343336287
    };
  }
}
