package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.GateMatrix;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation.Gate;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers gates to {@link Step}s and multiplies runs of uncontrolled gates on a qubit into one.
 *
 * <p>A product that mixes amplitudes becomes a diagonal matrix, a real rotation and a diagonal
 * matrix ({@link Zyz}). The last one waits across steps that are diagonal on its qubit too, because
 * diagonal matrices commute, and so joins the first one of the next product.
 */
final class StepFuser {
  private static final List<Double> NO_ANGLES = List.of();
  private static final double RESIDUE = 1e-15;

  private final double[][] pending;
  private final List<Step> steps = new ArrayList<>();

  StepFuser(int qubits) {
    pending = new double[qubits][];
  }

  void add(Gate gate) {
    int controls = 0;
    for (int control : gate.controls()) {
      controls |= 1 << control;
    }
    if (gate.type().targets() == 1) {
      add(gate.targets().get(0), controls, GateMatrix.of(gate.type(), gate.angles()));
    } else {
      addPair(gate, controls, gate.targets().get(0), gate.targets().get(1));
    }
  }

  /** All steps so far; nothing stays pending. */
  List<Step> finish() {
    for (int qubit = 0; qubit < pending.length; qubit++) {
      flush(qubit);
    }
    return steps;
  }

  private void addPair(Gate gate, int controls, int a, int b) {
    switch (gate.type()) {
      case SWAP -> {
        add(b, 1 << a, matrix(GateType.X));
        add(a, controls | 1 << b, matrix(GateType.X));
        add(b, 1 << a, matrix(GateType.X));
      }
      case RZZ -> rotateParity(controls, a, b, gate.angles().get(0));
      case NATIVE_ZZ -> rotateParity(controls, a, b, 2 * Math.PI * gate.angles().get(0));
      case RXX -> {
        double[] h = matrix(GateType.H);
        conjugated(controls, a, b, gate.angles().get(0), h, h, h, h);
      }
      case RYY -> {
        double[] toY = GateMatrix.of(GateType.RX, List.of(-Math.PI / 2));
        double[] back = GateMatrix.of(GateType.RX, List.of(Math.PI / 2));
        conjugated(controls, a, b, gate.angles().get(0), toY, back, toY, back);
      }
      case MS -> addMolmerSorensen(gate.angles(), a, b);
      default -> throw new IllegalArgumentException("not a two-qubit gate: " + gate.type());
    }
  }

  /** exp(−iπθ·G(φ0)⊗G(φ1)), where G(φ) = V·Z·V⁻¹ with V = Rz(2πφ)·H. */
  private void addMolmerSorensen(List<Double> angles, int a, int b) {
    double[] h = matrix(GateType.H);
    double[][] v = new double[2][];
    double[][] inverse = new double[2][];
    for (int i = 0; i < 2; i++) {
      double phase = 2 * Math.PI * angles.get(i);
      v[i] = product(GateMatrix.of(GateType.RZ, List.of(phase)), h);
      inverse[i] = product(h, GateMatrix.of(GateType.RZ, List.of(-phase)));
    }
    conjugated(0, a, b, 2 * Math.PI * angles.get(2), v[0], inverse[0], v[1], inverse[1]);
  }

  private void conjugated(
      int controls,
      int a,
      int b,
      double angle,
      double[] va,
      double[] inverseA,
      double[] vb,
      double[] inverseB) {
    add(a, 0, inverseA);
    add(b, 0, inverseB);
    rotateParity(controls, a, b, angle);
    add(a, 0, va);
    add(b, 0, vb);
  }

  /** exp(−i·angle·Z⊗Z/2): the parity is formed on b, rotated, and undone. */
  private void rotateParity(int controls, int a, int b, double angle) {
    add(b, 1 << a, matrix(GateType.X));
    add(b, controls, GateMatrix.of(GateType.RZ, List.of(angle)));
    add(b, 1 << a, matrix(GateType.X));
  }

  private void add(int target, int controls, double[] matrix) {
    if (controls == 0) {
      double[] waiting = pending[target];
      pending[target] = waiting == null ? matrix : product(matrix, waiting);
    } else if (isDiagonal(matrix)) {
      addControlledDiagonal(target, controls, matrix);
    } else {
      Zyz parts = Zyz.of(matrix);
      addControlledDiagonal(target, controls, parts.before);
      rotateAll(controls);
      flush(target);
      steps.add(new Step(target, controls, parts.middle));
      addControlledDiagonal(target, controls, parts.after);
    }
  }

  private void addControlledDiagonal(int target, int controls, double[] matrix) {
    if (!isIdentity(matrix)) {
      rotateAll(controls | 1 << target);
      steps.add(new Step(target, controls, matrix));
    }
  }

  private void rotateAll(int qubits) {
    for (int left = qubits; left != 0; left &= left - 1) {
      rotate(Integer.numberOfTrailingZeros(left));
    }
  }

  /** Emits what mixes amplitudes; a diagonal product stays pending. */
  private void rotate(int qubit) {
    double[] waiting = pending[qubit];
    if (waiting != null && !isDiagonal(waiting)) {
      Zyz parts = Zyz.of(waiting);
      pending[qubit] = parts.before;
      flush(qubit);
      steps.add(new Step(qubit, 0, parts.middle));
      pending[qubit] = parts.after;
    }
  }

  /** Emits all; a phase common to the whole state is dropped, because nothing can observe it. */
  private void flush(int qubit) {
    rotate(qubit);
    double[] m = pending[qubit];
    pending[qubit] = null;
    if (m != null) {
      double[] relative = Zyz.quotient(m[6], m[7], m[0], m[1]);
      if (!isIdentity(relative)) {
        steps.add(new Step(qubit, 0, relative));
      }
    }
  }

  private static boolean isIdentity(double[] m) {
    return isDiagonal(m) && m[0] == 1 && m[1] == 0 && m[6] == 1 && m[7] == 0;
  }

  private static boolean isDiagonal(double[] m) {
    return m[2] == 0 && m[3] == 0 && m[4] == 0 && m[5] == 0;
  }

  private static double[] matrix(GateType type) {
    return GateMatrix.of(type, NO_ANGLES);
  }

  /** left·right, with rounding residues set to 0 so that structure is recognised again. */
  private static double[] product(double[] left, double[] right) {
    double[] m = new double[8];
    for (int row = 0; row < 4; row += 2) {
      for (int column = 0; column < 2; column++) {
        for (int k = 0; k < 2; k++) {
          double lr = left[2 * (row + k)];
          double li = left[2 * (row + k) + 1];
          double rr = right[2 * (2 * k + column)];
          double ri = right[2 * (2 * k + column) + 1];
          m[2 * (row + column)] += lr * rr - li * ri;
          m[2 * (row + column) + 1] += lr * ri + li * rr;
        }
      }
    }
    for (int i = 0; i < m.length; i++) {
      m[i] = Math.abs(m[i]) < RESIDUE ? 0 : m[i];
    }
    return m;
  }
}
