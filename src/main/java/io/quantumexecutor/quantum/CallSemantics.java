package io.quantumexecutor.quantum;

import io.quantumexecutor.workspace.QuantumException.Kind;

/** What repeating a call would mean. */
enum CallSemantics {
  /** Reading, or writing the same bytes again: may be retried. */
  IDEMPOTENT(Kind.TRY_LATER),
  /** Creating and cancelling: sent exactly once. */
  AT_MOST_ONCE(Kind.UNCERTAIN);

  private final Kind unanswered;

  CallSemantics(Kind unanswered) {
    this.unanswered = unanswered;
  }

  /** What it means when nobody knows whether the call was carried out. */
  Kind unanswered() {
    return unanswered;
  }
}
