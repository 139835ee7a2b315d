package io.quantumexecutor.simulator;

import java.util.Arrays;

/**
 * One 2×2 matrix on a target qubit, applied where all control qubits are 1: the only kind of
 * operation the engine executes.
 */
final class Step {
  final int target;

  /** Bit i set: qubit i is a control. */
  final int controls;

  /** Row by row, each entry as real and imaginary part. */
  final double[] matrix;

  final Shape shape;

  Step(int target, int controls, double[] matrix) {
    this.target = target;
    this.controls = controls;
    this.matrix = matrix;
    this.shape = Shape.of(matrix);
  }

  boolean isDiagonal() {
    return shape == Shape.DIAGONAL;
  }

  /** The qubits it touches. */
  int qubits() {
    return controls | 1 << target;
  }

  /** The qubits it acts on other than diagonally: the target, or none. */
  int mixed() {
    return isDiagonal() ? 0 : 1 << target;
  }

  /** Structure that allows a cheaper kernel. */
  enum Shape {
    DIAGONAL,
    /** Exactly Pauli X: exchanges amplitudes. */
    EXCHANGE,
    /** All entries real. */
    REAL,
    /** Real diagonal, imaginary off-diagonal, as in rotations about x. */
    CROSS,
    COMPLEX;

    private static final double[] X = {0, 0, 1, 0, 1, 0, 0, 0};

    static Shape of(double[] m) {
      if (m[2] == 0 && m[3] == 0 && m[4] == 0 && m[5] == 0) {
        return DIAGONAL;
      }
      if (Arrays.equals(m, X)) {
        return EXCHANGE;
      }
      if (m[1] == 0 && m[7] == 0) {
        if (m[3] == 0 && m[5] == 0) {
          return REAL;
        }
        if (m[2] == 0 && m[4] == 0) {
          return CROSS;
        }
      }
      return COMPLEX;
    }
  }
}
