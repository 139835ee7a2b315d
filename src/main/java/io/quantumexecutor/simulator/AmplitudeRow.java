package io.quantumexecutor.simulator;

/**
 * A row of amplitudes, real and imaginary parts apart, with a factor that is still to be applied.
 */
final class AmplitudeRow {
  double[] re;
  double[] im;
  double factorRe = 1;
  double factorIm;

  /** After {@link #alignFactor}: what the real parts are still to be multiplied by. */
  double partFactorRe;

  double partFactorIm;

  AmplitudeRow(double[] re, double[] im) {
    this.re = re;
    this.im = im;
  }

  /** Multiplies the whole row, later. */
  void scale(double fr, double fi) {
    double r = factorRe * fr - factorIm * fi;
    factorIm = factorRe * fi + factorIm * fr;
    factorRe = r;
  }

  /** Applies the factor now. */
  void settle() {
    if (factorRe != 1 || factorIm != 0) {
      RowKernels.scale(re, im, factorRe, factorIm);
      factorRe = 1;
      factorIm = 0;
    }
  }

  /**
   * Brings the factor to the form of one real factor each for the real and the imaginary parts: a
   * power of i exchanges the parts, any other is applied now.
   */
  void alignFactor() {
    if (factorIm == 0) {
      partFactorRe = factorRe;
      partFactorIm = factorRe;
    } else if (factorRe == 0) {
      double[] kept = re;
      re = im;
      im = kept;
      partFactorRe = -factorIm;
      partFactorIm = factorIm;
    } else {
      RowKernels.scale(re, im, factorRe, factorIm);
      partFactorRe = 1;
      partFactorIm = 1;
    }
    factorRe = 1;
    factorIm = 0;
  }
}
