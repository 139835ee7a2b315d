package io.quantumexecutor.simulator;

/**
 * A row of amplitudes, real and imaginary parts apart, with a factor that is still to be applied.
 */
final class Row {
  double[] re;
  double[] im;
  double factorRe = 1;
  double factorIm;

  Row(double[] re, double[] im) {
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
      forgetFactor();
    }
  }

  /** The factor has gone elsewhere. */
  void forgetFactor() {
    factorRe = 1;
    factorIm = 0;
  }

  /** Exchanges the amplitudes with another row's; the factors stay. */
  void swapAmplitudes(Row other) {
    double[] kept = re;
    re = other.re;
    other.re = kept;
    kept = im;
    im = other.im;
    other.im = kept;
  }
}
