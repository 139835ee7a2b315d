package io.quantumexecutor.simulator;

/**
 * The inner loops. Each works on whole rows of equal length with one index for all arrays: that is
 * the form the JIT compiler turns into vector instructions.
 */
final class RowKernels {
  private RowKernels() {}

  /** Combines two rows in place: x ← xx·x + xy·y, y ← yx·x + yy·y. */
  static void combineReal(double[] x, double[] y, double xx, double xy, double yx, double yy) {
    for (int i = 0; i < x.length; i++) {
      double a = x[i];
      double b = y[i];
      x[i] = Math.fma(xx, a, xy * b);
      y[i] = Math.fma(yx, a, yy * b);
    }
  }

  /**
   * One row of a complex matrix: out ← a·x + b·y.
   *
   * @param m a and b, real and imaginary parts, from index {@code at}
   */
  static void combineComplex(double[] m, int at, Row x, Row y, Row out) {
    double ar = m[at];
    double ai = m[at + 1];
    double br = m[at + 2];
    double bi = m[at + 3];
    combine(ar, ai, br, bi, x.re, x.im, y.re, y.im, out.re, out.im);
  }

  /** The arrays are parameters of a method of its own, for the JIT compiler to see them as such. */
  private static void combine(
      double ar,
      double ai,
      double br,
      double bi,
      double[] xRe,
      double[] xIm,
      double[] yRe,
      double[] yIm,
      double[] outRe,
      double[] outIm) {
    double minusAi = -ai;
    double minusBi = -bi;
    for (int i = 0; i < outRe.length; i++) {
      double xr = xRe[i];
      double xi = xIm[i];
      double yr = yRe[i];
      double yi = yIm[i];
      outRe[i] = Math.fma(ar, xr, Math.fma(minusAi, xi, Math.fma(br, yr, minusBi * yi)));
      outIm[i] = Math.fma(ar, xi, Math.fma(ai, xr, Math.fma(br, yi, bi * yr)));
    }
  }

  /** Applies a 2×2 matrix to two rows, only in the lanes that have all bits of the mask. */
  static void combineLanes(double[] m, int mask, Row x, Row y) {
    for (int i = mask; i < x.re.length; i = (i + 1) | mask) {
      double xr = x.re[i];
      double xi = x.im[i];
      double yr = y.re[i];
      double yi = y.im[i];
      x.re[i] = m[0] * xr - m[1] * xi + m[2] * yr - m[3] * yi;
      x.im[i] = m[0] * xi + m[1] * xr + m[2] * yi + m[3] * yr;
      y.re[i] = m[4] * xr - m[5] * xi + m[6] * yr - m[7] * yi;
      y.im[i] = m[4] * xi + m[5] * xr + m[6] * yi + m[7] * yr;
    }
  }

  /** Exchanges the lanes of two rows that have all bits of the mask. */
  static void swapLanes(int mask, Row x, Row y) {
    for (int i = mask; i < x.re.length; i = (i + 1) | mask) {
      double re = x.re[i];
      double im = x.im[i];
      x.re[i] = y.re[i];
      x.im[i] = y.im[i];
      y.re[i] = re;
      y.im[i] = im;
    }
  }

  /** Multiplies a row by a complex number. */
  static void scale(double[] re, double[] im, double fr, double fi) {
    if (fi == 0) {
      scaleReal(re, fr);
      scaleReal(im, fr);
      return;
    }
    for (int i = 0; i < re.length; i++) {
      double r = re[i];
      double j = im[i];
      re[i] = fr * r - fi * j;
      im[i] = fr * j + fi * r;
    }
  }

  private static void scaleReal(double[] x, double factor) {
    if (factor != 1) {
      for (int i = 0; i < x.length; i++) {
        x[i] *= factor;
      }
    }
  }

  /** Multiplies the lanes whose masked bits equal the value by a complex number. */
  static void scaleLanes(double[] re, double[] im, int mask, int value, double fr, double fi) {
    if (fr == 1 && fi == 0) {
      return;
    }
    for (int i = value; i < re.length; i = (((i | mask) + 1) & ~mask) | value) {
      double r = re[i];
      double j = im[i];
      re[i] = fr * r - fi * j;
      im[i] = fr * j + fi * r;
    }
  }

  /** The sum of the squared moduli. */
  static double norm(double[] re, double[] im) {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += re[i] * re[i] + im[i] * im[i];
    }
    return sum;
  }
}
