package io.quantumexecutor.circuit;

import java.util.List;
import java.util.SplittableRandom;

/** Asserts that two lists of gates are the same unitary up to a global phase. */
public final class SameUnitary {
  private static final int RANDOM_STATES = 3;

  private SameUnitary() {}

  /**
   * Up to six qubits every column is compared; above that three random states, whose images agree
   * up to one common phase only when the unitaries do.
   */
  public static void assertSame(
      String what, int qubits, List<Operation> actual, List<Operation> expected) {
    SplittableRandom random = new SplittableRandom(qubits);
    int states = qubits <= 6 ? 1 << qubits : RANDOM_STATES;
    double[] phase = null;
    for (int i = 0; i < states; i++) {
      ReferenceState left =
          qubits <= 6 ? ReferenceState.basis(qubits, i) : ReferenceState.random(qubits, random);
      ReferenceState right = left.copy();
      actual.forEach(operation -> left.apply((Operation.Gate) operation));
      expected.forEach(operation -> right.apply((Operation.Gate) operation));
      double[] dot = left.dot(right);
      phase = phase == null ? dot : phase;
      double length = Math.hypot(dot[0], dot[1]);
      double turned = Math.hypot(dot[0] - phase[0], dot[1] - phase[1]);
      if (Math.abs(length - 1) > 1e-9 || turned > 1e-9) {
        throw new AssertionError(
            what + ", state " + i + ": overlap " + length + ", relative phase off " + turned);
      }
    }
  }
}
