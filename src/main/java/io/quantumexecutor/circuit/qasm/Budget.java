package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;

/** Counts what expansion makes, so that a short text cannot become an endless circuit. */
final class Budget {
  private final int limit;
  private long spent;

  Budget(int limit) {
    this.limit = limit;
  }

  void spend(long operations, Place place) {
    spent = spent + operations;
    if (operations > limit || spent > limit) {
      throw new Refusal.LimitReached(
          place,
          "the program expands to more than " + limit + " operations here: that is the limit");
    }
  }
}
