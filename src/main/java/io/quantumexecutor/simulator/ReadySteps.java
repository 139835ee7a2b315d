package io.quantumexecutor.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Steps that wait to be taken, in program order or past others they commute with.
 *
 * <p>Two steps commute when they share no qubit, or are both diagonal on every qubit they share.
 */
final class ReadySteps {
  /** How far ahead it looks. */
  private static final int WINDOW = 4096;

  private final Step[] steps;
  private final boolean[] done;
  private int first;

  ReadySteps(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
    done = new boolean[this.steps.length];
  }

  boolean isEmpty() {
    return first == steps.length;
  }

  /** The waiting steps that are looked at. */
  List<Step> waiting() {
    List<Step> waiting = new ArrayList<>();
    for (int i = first; i < windowEnd(); i++) {
      if (!done[i]) {
        waiting.add(steps[i]);
      }
    }
    return waiting;
  }

  /**
   * Takes what commutes with everything left behind before it, if it is wanted.
   *
   * @param wanted asked once per step, in order; those it accepts are taken
   */
  List<Step> take(Predicate<Step> wanted) {
    List<Step> taken = new ArrayList<>();
    int touched = 0;
    int mixed = 0;
    for (int i = first; i < windowEnd(); i++) {
      Step step = steps[i];
      if (done[i]) {
        continue;
      }
      if ((touched & step.mixed()) == 0 && (mixed & step.qubits()) == 0 && wanted.test(step)) {
        done[i] = true;
        taken.add(step);
      } else {
        touched |= step.qubits();
        mixed |= step.mixed();
      }
    }
    while (first < steps.length && done[first]) {
      first++;
    }
    return taken;
  }

  private int windowEnd() {
    return Math.min(steps.length, first + WINDOW);
  }
}
