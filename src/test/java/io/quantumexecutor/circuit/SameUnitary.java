package io.quantumexecutor.circuit;

import static org.assertj.core.api.Assertions.assertThat;

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
      assertThat(Math.hypot(dot[0], dot[1]))
          .as(what + ", state " + i)
          .isBetween(1 - 1e-9, 1 + 1e-9);
      phase = phase == null ? dot : phase;
      assertThat(Math.hypot(dot[0] - phase[0], dot[1] - phase[1]))
          .as(what + ", relative phase of state " + i)
          .isLessThan(1e-9);
    }
  }
}
