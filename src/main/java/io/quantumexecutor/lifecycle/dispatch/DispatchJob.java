package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.lifecycle.watch.WatchJob;
import java.util.Optional;

/**
 * What a queue message makes happen: claims the job with one write on its record, then submits it.
 * Any number of messages for one job, at once or hours apart, lead to one job at the provider.
 */
public final class DispatchJob {
  private final JobStore jobs;
  private final RestoreRow rows;
  private final DeliverEvents events;
  private final ClaimJob claim;
  private final WatchJob watch;
  private final CancelSteps cancel;
  private final EndJob end;

  public DispatchJob(
      JobStore jobs,
      RestoreRow rows,
      DeliverEvents events,
      ClaimJob claim,
      WatchJob watch,
      CancelSteps cancel,
      EndJob end) {
    this.jobs = jobs;
    this.rows = rows;
    this.events = events;
    this.claim = claim;
    this.watch = watch;
    this.cancel = cancel;
    this.end = end;
  }

  /**
   * Handles a message.
   *
   * @throws StorageTroubleException if not even the reason to wait could be stored: the message
   *     must come back
   */
  public DispatchOutcome dispatch(JobKey key) {
    Optional<Job> found = jobs.find(key);
    if (found.isEmpty()) {
      return DispatchOutcome.UNKNOWN;
    }
    if (found.get().isFinal()) {
      end.finishAndCall(found.get());
      return DispatchOutcome.FINAL;
    }
    Job job = events.deliver(found.get());
    ActiveJob row = rows.of(job);
    if (job.isCancelRequested()) {
      return cancelled(job, row);
    }
    if (job.isSubmitted()) {
      watch.watch(job, row);
      return DispatchOutcome.SUBMITTED_BEFORE;
    }
    return claim.claim(job, row);
  }

  /** When another handler changes the job meanwhile, the row is due again in a moment. */
  private DispatchOutcome cancelled(Job job, ActiveJob row) {
    try {
      cancel.proceed(job, row);
      return DispatchOutcome.CANCELLED;
    } catch (StaleException e) {
      return DispatchOutcome.BUSY;
    }
  }
}
