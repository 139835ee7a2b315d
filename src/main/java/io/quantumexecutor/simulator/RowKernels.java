package io.quantumexecutor.simulator;

/**
 * The inner loops. Each works on whole rows of equal length with one index for all arrays: that is
 * the form the JIT compiler turns into vector instructions.
 */
final class RowKernels {
  private RowKernels() {}

  /** Applies a 2×2 matrix to the amplitude pairs (row 0, row 1). */
  static void apply(Step step, double[] re0, double[] im0, double[] re1, double[] im1) {
    double[] m = step.matrix;
    switch (step.shape) {
      case REAL -> {
        applyReal(re0, re1, m[0], m[2], m[4], m[6]);
        applyReal(im0, im1, m[0], m[2], m[4], m[6]);
      }
      case CROSS -> {
        applyReal(re0, im1, m[0], -m[3], m[5], m[6]);
        applyReal(im0, re1, m[0], m[3], -m[5], m[6]);
      }
      default -> applyComplex(m, re0, im0, re1, im1);
    }
  }

  private static void applyReal(
      double[] x, double[] y, double xx, double xy, double yx, double yy) {
    for (int i = 0; i < x.length; i++) {
      double a = x[i];
      double b = y[i];
      x[i] = xx * a + xy * b;
      y[i] = yx * a + yy * b;
    }
  }

  private static void applyComplex(
      double[] m, double[] re0, double[] im0, double[] re1, double[] im1) {
    double ar = m[0];
    double ai = m[1];
    double br = m[2];
    double bi = m[3];
    double cr = m[4];
    double ci = m[5];
    double dr = m[6];
    double di = m[7];
    for (int i = 0; i < re0.length; i++) {
      double xr = re0[i];
      double xi = im0[i];
      double yr = re1[i];
      double yi = im1[i];
      re0[i] = ar * xr - ai * xi + br * yr - bi * yi;
      im0[i] = ar * xi + ai * xr + br * yi + bi * yr;
      re1[i] = cr * xr - ci * xi + dr * yr - di * yi;
      im1[i] = cr * xi + ci * xr + dr * yi + di * yr;
    }
  }

  /** Like {@link #apply}, only in the lanes that have all bits of the mask. */
  static void applyInLanes(
      double[] m, int mask, double[] re0, double[] im0, double[] re1, double[] im1) {
    for (int i = mask; i < re0.length; i = (i + 1) | mask) {
      double xr = re0[i];
      double xi = im0[i];
      double yr = re1[i];
      double yi = im1[i];
      re0[i] = m[0] * xr - m[1] * xi + m[2] * yr - m[3] * yi;
      im0[i] = m[0] * xi + m[1] * xr + m[2] * yi + m[3] * yr;
      re1[i] = m[4] * xr - m[5] * xi + m[6] * yr - m[7] * yi;
      im1[i] = m[4] * xi + m[5] * xr + m[6] * yi + m[7] * yr;
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
