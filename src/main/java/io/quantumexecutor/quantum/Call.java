package io.quantumexecutor.quantum;

import io.quantumexecutor.workspace.QuantumException.Kind;

/** What repeating a call would mean. */
enum Call {
  /** Asking, or writing the same bytes again: repeating does no harm. */
  HARMLESS(Kind.TRY_LATER),
  /** Creating and cancelling: sent exactly once. */
  ONCE(Kind.UNCERTAIN);

  private final Kind unanswered;

  Call(Kind unanswered) {
    this.unanswered = unanswered;
  }

  /** What it means when nobody knows whether the call was carried out. */
  Kind unanswered() {
    return unanswered;
  }
}
