package io.quantumexecutor.lifecycle.dispatch;

/** What a message led to. */
public enum DispatchOutcome {
  /** There is no such job (yet): the timer will see to its active row. */
  UNKNOWN,
  /** The job had ended; what was left of its end was done. */
  FINAL,
  /** The provider had the job already. */
  SUBMITTED_BEFORE,
  SUBMITTED,
  /** Another handler has the claim. */
  BUSY,
  /** It waits with us, until its active row is due. */
  HELD,
  FAILED,
  CANCELLED
}
