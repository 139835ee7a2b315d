package io.quantumexecutor.simulator;

/**
 * The inner loops. Each works on whole rows of equal length with one index for all arrays: that is
 * the form the JIT compiler turns into vector instructions.
 */
final class RowKernels {
  /** Rows and columns of a tile of a transposition; a power of two. */
  private static final int TILE = 8;

  private RowKernels() {}

  /** Combines two rows in place: x ← xx·x + xy·y, y ← yx·x + yy·y. */
  static void combine(double[] x, double[] y, double xx, double xy, double yx, double yy) {
    for (int i = 0; i < x.length; i++) {
      double a = x[i];
      double b = y[i];
      x[i] = Math.fma(xx, a, xy * b);
      y[i] = Math.fma(yx, a, yy * b);
    }
  }

  /**
   * Multiplies row k by factor k, then shears the pairs (0, 1) and (2, 3) by {@code t}, then (0, 2)
   * and (1, 3) by {@code u}: (x, y) ← (x − t·y, y + t·x), a rotation by atan t but for its cosine.
   */
  static void shearTwice(double[][] rows, double[] factors, double t, double u) {
    double[] x0 = rows[0];
    double[] x1 = rows[1];
    double[] x2 = rows[2];
    double[] x3 = rows[3];
    double f0 = factors[0];
    double f1 = factors[1];
    double f2 = factors[2];
    double f3 = factors[3];
    double minusT = -t;
    double minusU = -u;
    for (int i = 0; i < x0.length; i++) {
      double a0 = f0 * x0[i];
      double a1 = f1 * x1[i];
      double a2 = f2 * x2[i];
      double a3 = f3 * x3[i];
      double b0 = Math.fma(minusT, a1, a0);
      double b1 = Math.fma(t, a0, a1);
      double b2 = Math.fma(minusT, a3, a2);
      double b3 = Math.fma(t, a2, a3);
      x0[i] = Math.fma(minusU, b2, b0);
      x1[i] = Math.fma(minusU, b3, b1);
      x2[i] = Math.fma(u, b0, b2);
      x3[i] = Math.fma(u, b1, b3);
    }
  }

  /** Rotates two rows, only in the lanes that have all bits of the mask. */
  static void rotateLanes(int mask, double[] x, double[] y, double cosine, double sine) {
    for (int i = mask; i < x.length; i = (i + 1) | mask) {
      double a = x[i];
      double b = y[i];
      x[i] = cosine * a - sine * b;
      y[i] = sine * a + cosine * b;
    }
  }

  /** Exchanges the lanes of two rows that have all bits of the mask. */
  static void swapLanes(int mask, double[] x, double[] y) {
    for (int i = mask; i < x.length; i = (i + 1) | mask) {
      double kept = x[i];
      x[i] = y[i];
      y[i] = kept;
    }
  }

  /** Transposes a square of rows, in tiles of which all lines stay in the first-level cache. */
  static void transpose(double[][] square) {
    int tile = Math.min(TILE, square.length);
    for (int top = 0; top < square.length; top += tile) {
      for (int left = 0; left <= top; left += tile) {
        transposeTile(square, top, left, tile);
      }
    }
  }

  private static void transposeTile(double[][] square, int top, int left, int tile) {
    for (int i = top; i < top + tile; i++) {
      double[] row = square[i];
      int end = Math.min(left + tile, i);
      for (int j = left; j < end; j++) {
        double[] other = square[j];
        double kept = row[j];
        row[j] = other[i];
        other[i] = kept;
      }
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
