package io.quantumexecutor.circuit;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A plain state vector for tests: one loop per gate, nothing clever. Qubit 0 is the lowest bit. */
public final class ReferenceState {
  private final double[] re;
  private final double[] im;

  private ReferenceState(double[] re, double[] im) {
    this.re = re;
    this.im = im;
  }

  /** The basis state with the given index. */
  public static ReferenceState basis(int qubits, int index) {
    double[] re = new double[1 << qubits];
    re[index] = 1;
    return new ReferenceState(re, new double[1 << qubits]);
  }

  /** A random state of norm one. */
  public static ReferenceState random(int qubits, SplittableRandom random) {
    ReferenceState state = basis(qubits, 0);
    double norm = 0;
    for (int i = 0; i < state.re.length; i++) {
      state.re[i] = random.nextDouble(-1, 1);
      state.im[i] = random.nextDouble(-1, 1);
      norm += state.weight(i);
    }
    state.scale(1 / Math.sqrt(norm));
    return state;
  }

  public ReferenceState copy() {
    return new ReferenceState(re.clone(), im.clone());
  }

  public void apply(Operation.Gate gate) {
    double[] m = GateMatrix.of(gate.type(), gate.angles());
    int width = gate.type().targets();
    int[] bits = gate.targets().stream().mapToInt(q -> 1 << q).toArray();
    int controls = gate.controls().stream().mapToInt(q -> 1 << q).sum();
    int targets = Arrays.stream(bits).sum();
    int[] index = new int[1 << width];
    for (int base = 0; base < re.length; base++) {
      if ((base & targets) != 0 || (base & controls) != controls) {
        continue;
      }
      for (int k = 0; k < index.length; k++) {
        index[k] = base | ((k & 1) != 0 ? bits[0] : 0) | ((k & 2) != 0 ? bits[1] : 0);
      }
      multiply(m, index);
    }
  }

  private void multiply(double[] m, int[] index) {
    int n = index.length;
    double[] newRe = new double[n];
    double[] newIm = new double[n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        double mr = m[2 * (row * n + column)];
        double mi = m[2 * (row * n + column) + 1];
        newRe[row] += mr * re[index[column]] - mi * im[index[column]];
        newIm[row] += mr * im[index[column]] + mi * re[index[column]];
      }
    }
    for (int row = 0; row < n; row++) {
      re[index[row]] = newRe[row];
      im[index[row]] = newIm[row];
    }
  }

  public int size() {
    return re.length;
  }

  public double weight(int index) {
    return re[index] * re[index] + im[index] * im[index];
  }

  /** The probability that the qubit is 1. */
  double one(int qubit) {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += (i >> qubit & 1) == 1 ? weight(i) : 0;
    }
    return sum;
  }

  /** Keeps what has the qubit at the value, and normalises. */
  void project(int qubit, int value, double probability) {
    for (int i = 0; i < re.length; i++) {
      if ((i >> qubit & 1) != value) {
        re[i] = 0;
        im[i] = 0;
      }
    }
    scale(1 / Math.sqrt(probability));
  }

  private void scale(double factor) {
    for (int i = 0; i < re.length; i++) {
      re[i] *= factor;
      im[i] *= factor;
    }
  }

  /** The inner product with another state: real and imaginary part. */
  public double[] dot(ReferenceState other) {
    double sumRe = 0;
    double sumIm = 0;
    for (int i = 0; i < re.length; i++) {
      sumRe += re[i] * other.re[i] + im[i] * other.im[i];
      sumIm += re[i] * other.im[i] - im[i] * other.re[i];
    }
    return new double[] {sumRe, sumIm};
  }
}
