package io.quantumexecutor.simulator;

/**
 * A unitary 2×2 matrix as the product after · middle · before of a diagonal, a real and a diagonal
 * matrix.
 *
 * <p>This is the Z-Y-Z Euler decomposition U = e^(iα)·Rz(β)·Ry(γ)·Rz(δ) (Nielsen and Chuang,
 * Quantum Computation and Quantum Information, theorem 4.1) with the phase in the diagonal
 * matrices. When U has a diagonal of zeros, the middle is Pauli X instead of Ry(π).
 */
final class Zyz {
  /** diag(1, w). */
  final double[] before;

  /** Pauli X, or a rotation with cosine and sine at least 0. */
  final double[] middle;

  /** A diagonal matrix. */
  final double[] after;

  private Zyz(double[] before, double[] middle, double[] after) {
    this.before = before;
    this.middle = middle;
    this.after = after;
  }

  /** Splits a unitary matrix that is not diagonal. */
  static Zyz of(double[] m) {
    double cosine = Math.hypot(m[0], m[1]);
    double sine = Math.hypot(m[4], m[5]);
    if (cosine == 0) {
      double[] x = {0, 0, 1, 0, 1, 0, 0, 0};
      return new Zyz(diagonal(1, 0, 1, 0), x, diagonal(m[2], m[3], m[4], m[5]));
    }
    double[] after = diagonal(m[0] / cosine, m[1] / cosine, m[4] / sine, m[5] / sine);
    double[] middle = {cosine, 0, -sine, 0, sine, 0, cosine, 0};
    return new Zyz(before(m, cosine, sine, after), middle, after);
  }

  /** From the larger entry of the second column, because the smaller one's phase is inexact. */
  private static double[] before(double[] m, double cosine, double sine, double[] after) {
    if (cosine >= sine) {
      return quotient(m[6] / cosine, m[7] / cosine, after[6], after[7]);
    }
    return quotient(-m[2] / sine, -m[3] / sine, after[0], after[1]);
  }

  /** diag(1, w), where w is a quotient of numbers of modulus 1. */
  static double[] quotient(double re, double im, double divisorRe, double divisorIm) {
    return diagonal(1, 0, re * divisorRe + im * divisorIm, im * divisorRe - re * divisorIm);
  }

  private static double[] diagonal(double re0, double im0, double re1, double im1) {
    return new double[] {re0, im0, 0, 0, 0, 0, re1, im1};
  }
}
