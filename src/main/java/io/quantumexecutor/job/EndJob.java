package io.quantumexecutor.job;

import java.time.Duration;

/**
 * The last steps of every job: the final record, which erases the secret, after it the note of the
 * day on which the job expires, then the active row. A crash in between leaves a final job with an
 * active row; whoever meets one calls {@link #finish}.
 */
final class EndJob {
  private final JobPorts ports;
  private final Duration retention;

  EndJob(JobPorts ports, Duration retention) {
    this.ports = ports;
    this.retention = retention;
  }

  /**
   * Stores the final state and cleans up.
   *
   * @throws StaleException if the job was changed since it was read
   */
  Job end(Job ended) {
    Job stored = ports.jobs().update(ended);
    ports.log().changed(stored);
    finish(stored);
    return stored;
  }

  /** Does what is left to do for a job that is final. */
  void finish(Job job) {
    ports.expiring().add(Expiring.job(job, retention));
    ports.active().remove(job.summary().partition(), job.key().id());
  }
}
