package io.quantumexecutor.job;

/**
 * The last two steps of every job: the final record, which erases the secret, and after it the
 * active row. A crash in between leaves a final job with an active row; whoever meets one calls
 * {@link #finish}.
 */
final class EndJob {
  private final JobPorts ports;

  EndJob(JobPorts ports) {
    this.ports = ports;
  }

  /**
   * Stores the final state and cleans up.
   *
   * @throws StaleException if the job was changed since it was read
   */
  Job end(Job ended) {
    Job stored = ports.jobs().update(ended);
    finish(stored);
    return stored;
  }

  /** Does what is left to do for a job that is final. */
  void finish(Job job) {
    ports.active().remove(job.summary().partition(), job.key().id());
  }
}
