package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.GateMatrix;
import io.quantumexecutor.circuit.Operation;
import java.util.List;

/** The matrix of a small circuit, worked out the slow and plain way. */
final class DenseUnitary {
  private final double[][] re;
  private final double[][] im;

  private DenseUnitary(int size) {
    re = new double[size][size];
    im = new double[size][size];
  }

  /** The real part of an entry; qubit 0 is the lowest bit of row and column. */
  double re(int row, int column) {
    return re[row][column];
  }

  /** The imaginary part of an entry. */
  double im(int row, int column) {
    return im[row][column];
  }

  static DenseUnitary of(Circuit circuit) {
    int size = 1 << circuit.qubitCount();
    DenseUnitary unitary = new DenseUnitary(size);
    for (int i = 0; i < size; i++) {
      unitary.re[i][i] = 1;
    }
    for (Operation operation : circuit.operations()) {
      if (operation instanceof Operation.Gate gate) {
        unitary.apply(gate);
      } else if (!(operation instanceof Operation.Barrier)) {
        throw new IllegalArgumentException("not unitary: " + operation);
      }
    }
    return unitary;
  }

  private void apply(Operation.Gate gate) {
    double[] matrix = GateMatrix.of(gate.type(), gate.angles());
    List<Integer> targets = gate.targets();
    int controls = gate.controls().stream().mapToInt(control -> 1 << control).sum();
    int mask = targets.stream().mapToInt(target -> 1 << target).sum();
    int width = 1 << targets.size();
    for (int base = 0; base < re.length; base++) {
      if ((base & controls) == controls && (base & mask) == 0) {
        applyToRows(matrix, rows(base, targets, width));
      }
    }
  }

  private static int[] rows(int base, List<Integer> targets, int width) {
    int[] rows = new int[width];
    for (int local = 0; local < width; local++) {
      rows[local] = base;
      for (int t = 0; t < targets.size(); t++) {
        rows[local] |= (local >> t & 1) << targets.get(t);
      }
    }
    return rows;
  }

  private void applyToRows(double[] matrix, int[] rows) {
    int width = rows.length;
    for (int column = 0; column < re.length; column++) {
      double[] newRe = new double[width];
      double[] newIm = new double[width];
      for (int r = 0; r < width; r++) {
        for (int c = 0; c < width; c++) {
          double a = matrix[2 * (r * width + c)];
          double b = matrix[2 * (r * width + c) + 1];
          newRe[r] += a * re[rows[c]][column] - b * im[rows[c]][column];
          newIm[r] += a * im[rows[c]][column] + b * re[rows[c]][column];
        }
      }
      for (int r = 0; r < width; r++) {
        re[rows[r]][column] = newRe[r];
        im[rows[r]][column] = newIm[r];
      }
    }
  }

  /** The largest difference of two entries. */
  double distance(DenseUnitary other) {
    return distance(other, 1, 0);
  }

  /** The largest difference of two entries after the best global phase. */
  double distanceUpToPhase(DenseUnitary other) {
    double sumRe = 0;
    double sumIm = 0;
    for (int r = 0; r < re.length; r++) {
      for (int c = 0; c < re.length; c++) {
        sumRe += re[r][c] * other.re[r][c] + im[r][c] * other.im[r][c];
        sumIm += im[r][c] * other.re[r][c] - re[r][c] * other.im[r][c];
      }
    }
    double norm = Math.hypot(sumRe, sumIm);
    return distance(other, sumRe / norm, sumIm / norm);
  }

  private double distance(DenseUnitary other, double phaseRe, double phaseIm) {
    double largest = 0;
    for (int r = 0; r < re.length; r++) {
      for (int c = 0; c < re.length; c++) {
        double otherRe = phaseRe * other.re[r][c] - phaseIm * other.im[r][c];
        double otherIm = phaseRe * other.im[r][c] + phaseIm * other.re[r][c];
        largest = Math.max(largest, Math.hypot(re[r][c] - otherRe, im[r][c] - otherIm));
      }
    }
    return largest;
  }
}
