package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.StepBudget;

/**
 * Counts what reading costs: the operations that come out, the work whether anything comes out or
 * not, and what one statement holds in memory until it is done.
 */
final class Budget {
  /** A gate definition as long as the longest text has about three parts for each operation. */
  private static final int PARTS_PER_OPERATION = 3;

  private final CircuitLimits limits;
  private final StepBudget steps;
  private long operations;
  private long parts;

  Budget(CircuitLimits limits, int characters) {
    this.limits = limits;
    steps = new StepBudget(limits.steps());
    steps.addForCharacters(characters);
  }

  /** How deep anything may be nested. */
  int nesting() {
    return limits.nesting();
  }

  /** How many operations a program may have. */
  int mostOperations() {
    return limits.operations();
  }

  /** Says what the following work is for. */
  void at(Place place) {
    steps.at(place);
  }

  /** Counts steps, see {@link StepBudget}. */
  void work(long count) {
    steps.spend(count);
  }

  /** Counts the work on an operation that is in the circuit now. */
  void added() {
    steps.addForOperation();
    steps.spend(4);
  }

  /** Counts operations of the circuit. */
  void spend(long count, Place place) {
    operations += count;
    if (count > limits.operations() || operations > limits.operations()) {
      throw new Refusal.LimitReached(
          place,
          "the program expands to more than "
              + limits.operations()
              + " operations here: that is the limit");
    }
  }

  /** Counts a statement or expression held in memory. */
  void part(Place place) {
    parts++;
    long most = (long) limits.operations() * PARTS_PER_OPERATION;
    if (parts > most) {
      throw new Refusal.LimitReached(
          place,
          "this one statement is longer than "
              + most
              + " names, numbers and operators: that is the limit; divide it");
    }
  }

  /** Forgets the parts of a statement that has been run. */
  void dropParts() {
    parts = 0;
  }
}
