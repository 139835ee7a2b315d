package io.quantumexecutor.job;

/** Which changes of a job's state become events on the queue. */
public enum EventFilter {
  /** The final state alone. */
  END,
  /** Every public state that the job is seen in, {@code QUEUED} included. */
  ALL
}
