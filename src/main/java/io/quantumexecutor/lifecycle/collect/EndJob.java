package io.quantumexecutor.lifecycle.collect;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.ExpiringRows;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.lifecycle.JobTiming;
import java.net.URI;
import java.util.Optional;

/**
 * The last steps of every job: the final record, which erases the secret and holds the event that
 * is to be sent; the event; the callback if one was asked for; the record without what was told;
 * the note of the day on which the job expires; the active row. A crash in between leaves a final
 * job with an active row; whoever meets one calls {@link #finish}.
 */
public final class EndJob {
  private final JobStore jobs;
  private final ActiveJobs active;
  private final ExpiringRows expiring;
  private final DeliverEvents events;
  private final CallReceiver receiver;
  private final JobLog log;
  private final JobTiming timing;

  public EndJob(
      JobStore jobs,
      ActiveJobs active,
      ExpiringRows expiring,
      DeliverEvents events,
      CallReceiver receiver,
      JobLog log,
      JobTiming timing) {
    this.jobs = jobs;
    this.active = active;
    this.expiring = expiring;
    this.events = events;
    this.receiver = receiver;
    this.log = log;
    this.timing = timing;
  }

  /**
   * Stores the final state and cleans up.
   *
   * @return the job as it is stored now
   * @throws StaleException if the job was changed since it was read
   */
  public Job end(Job ended) {
    Job stored = jobs.update(ended);
    log.changed(stored);
    return finish(stored);
  }

  /** Does what is left to do for a job that is final, but for calling its receiver. */
  public Job finish(Job job) {
    if (job.outbox().isEmpty()) {
      return close(job);
    }
    Optional<ActiveJob> row = job.outbox().callback() == null ? Optional.empty() : row(job);
    if (row.isPresent()) {
      receiver.later(job, row.get());
      return job;
    }
    events.send(job);
    return close(events.clear(job));
  }

  /** Likewise, and calls the receiver when it is its turn. */
  public void finishAndCall(Job job) {
    URI callback = job.outbox().callback();
    if (job.outbox().isEmpty()
        || callback == null
        || row(job).filter(row -> row.work() == ActiveJob.Work.NOTIFY).isEmpty()) {
      finish(job);
    } else {
      receiver.now(job, callback).ifPresent(how -> close(events.clear(job, how)));
    }
  }

  private Optional<ActiveJob> row(Job job) {
    return active.find(job.summary().partition(), job.key().id());
  }

  private Job close(Job job) {
    expiring.add(Expiring.job(job, timing.retention()));
    active.remove(job.summary().partition(), job.key().id());
    return job;
  }
}
