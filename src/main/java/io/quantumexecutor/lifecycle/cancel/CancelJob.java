package io.quantumexecutor.lifecycle.cancel;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.JobSteps;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import io.quantumexecutor.lifecycle.collect.EndJob;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Records that a job is to be cancelled and begins to do it; the timer sees it through. */
public final class CancelJob {
  private static final int TRIES = 5;

  private final JobPorts ports;
  private final CancelSteps steps;
  private final RowChanges rows;
  private final EndJob end;
  private final DeliverEvents announce;
  private final InstantSource clock;

  public CancelJob(JobPorts ports, CancelSteps cancel, JobSteps steps) {
    this.ports = ports;
    this.steps = cancel;
    this.rows = new RowChanges(ports.active());
    this.end = steps.end();
    this.announce = steps.announce();
    this.clock = steps.clock();
  }

  /**
   * Asks for a job to be cancelled; asking again is harmless.
   *
   * @return the job afterwards: CANCELLED at once if it was never submitted, CANCELLING while the
   *     provider has not confirmed, or the final state it had reached before; empty if there is no
   *     such job
   */
  public Optional<Job> cancel(JobKey key) {
    for (int i = 0; ; i++) {
      Optional<Job> found = ports.jobs().find(key);
      if (found.isEmpty() || found.get().isFinal()) {
        return found;
      }
      try {
        return Optional.of(request(found.get()));
      } catch (StaleException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private Job request(Job job) {
    Instant now = clock.instant();
    if (!job.wasClaimed()) {
      Job cancelled = job.ended(now, JobEnd.cancelled(null, "cancelled before it was submitted"));
      return end.end(cancelled);
    }
    // The row first: a crash before the record is written leaves a request that was not answered.
    Optional<ActiveJob> row =
        ports
            .active()
            .find(job.summary().partition(), job.key().id())
            .map(found -> rows.change(found, latest -> latest.cancelling(now)));
    Job requested = job;
    if (!job.isCancelRequested()) {
      requested = ports.jobs().update(job.cancelRequested(now));
      ports.log().changed(requested);
      requested = announce.deliver(requested);
    }
    if (row.isPresent()) {
      steps.proceed(requested, row.get());
    }
    return ports.jobs().find(job.key()).orElse(requested);
  }
}
