package io.quantumexecutor.job;

/** The public states of a job, in Classiq's words. They only move forward. */
public enum JobStatus {
  /** Accepted, held, or waiting at the provider. */
  QUEUED,
  RUNNING,
  /** Cancelling was asked for and the provider has not confirmed it. */
  CANCELLING,
  COMPLETED,
  FAILED,
  CANCELLED;

  public boolean isFinal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  /** Whether a job in this state may be in the next one afterwards; staying is allowed. */
  public boolean canBecome(JobStatus next) {
    return this == next || (!isFinal() && next.compareTo(this) > 0);
  }
}
