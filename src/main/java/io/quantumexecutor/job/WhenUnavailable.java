package io.quantumexecutor.job;

/** What to do with a job while its target is unavailable. */
public enum WhenUnavailable {
  /** Keep it and submit it when the target opens. */
  HOLD,
  /** Do not accept it. */
  REJECT
}
