package io.quantumexecutor.simulator;

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

  /**
   * @param matrix diagonal, Pauli X, or a real rotation; {@link Zyz} brings others to these
   */
  Step(int target, int controls, double[] matrix) {
    this.target = target;
    this.controls = controls;
    this.matrix = matrix;
    this.shape = Shape.of(matrix);
  }

  /** The same step on other qubits. */
  Step on(int otherTarget, int otherControls) {
    return new Step(otherTarget, otherControls, matrix);
  }

  boolean isDiagonal() {
    return shape == Shape.DIAGONAL;
  }

  /** Whether it is a rotation everywhere: two of those in a row run in one pass. */
  boolean isPlainRotation() {
    return shape == Shape.ROTATION && controls == 0;
  }

  double cosine() {
    return matrix[0];
  }

  double sine() {
    return matrix[4];
  }

  /** The qubits it touches. */
  int qubits() {
    return controls | 1 << target;
  }

  /** The qubits it acts on other than diagonally: the target, or none. */
  int mixed() {
    return isDiagonal() ? 0 : 1 << target;
  }

  /** What the engine has a kernel for. */
  enum Shape {
    DIAGONAL,
    /** Exactly Pauli X: exchanges amplitudes. */
    EXCHANGE,
    /** cos −sin, sin cos: a rotation about y. */
    ROTATION;

    static Shape of(double[] m) {
      if (m[2] == 0 && m[3] == 0 && m[4] == 0 && m[5] == 0) {
        return DIAGONAL;
      }
      if (m[1] != 0 || m[3] != 0 || m[5] != 0 || m[7] != 0) {
        throw new IllegalArgumentException("a matrix with imaginary entries off the diagonal");
      }
      if (m[0] == 0 && m[6] == 0 && m[2] == 1 && m[4] == 1) {
        return EXCHANGE;
      }
      if (m[0] != m[6] || m[2] != -m[4]) {
        throw new IllegalArgumentException("neither diagonal nor a rotation");
      }
      return ROTATION;
    }
  }
}
