package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.JobSteps;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.lifecycle.watch.WatchJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * What a queue message makes happen: claims the job with one write on its record, then submits it.
 * Any number of messages for one job, at once or hours apart, lead to one job at the provider.
 */
public final class DispatchJob {
  private final JobPorts ports;
  private final SubmitToProvider attempt;
  private final CancelSteps cancel;
  private final RowChanges rows;
  private final WatchJob watch;
  private final EndJob end;
  private final DeliverEvents announce;
  private final Duration claim;
  private final InstantSource clock;

  public DispatchJob(JobPorts ports, SubmitToProvider attempt, CancelSteps cancel, JobSteps steps) {
    this.ports = ports;
    this.attempt = attempt;
    this.cancel = cancel;
    this.rows = new RowChanges(ports.active());
    this.watch = steps.watch();
    this.end = steps.end();
    this.announce = steps.announce();
    this.claim = steps.delays().pace().claim();
    this.clock = steps.clock();
  }

  /** What a message led to. */
  public enum Outcome {
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

  /**
   * Handles a message.
   *
   * @throws StorageTroubleException if not even the reason to wait could be stored: the message
   *     must come back
   */
  public Outcome dispatch(JobKey key) {
    Optional<Job> found = ports.jobs().find(key);
    if (found.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (found.get().isFinal()) {
      end.finishAndCall(found.get());
      return Outcome.FINAL;
    }
    Job job = announce.deliver(found.get());
    ActiveJob row = rowOf(job);
    if (job.isCancelRequested()) {
      return cancelled(job, row);
    }
    if (job.isSubmitted()) {
      watch.watch(job, row);
      return Outcome.SUBMITTED_BEFORE;
    }
    Instant now = clock.instant();
    if (row.hold() != null && now.isBefore(row.hold().until())) {
      return Outcome.HELD;
    }
    return job.isClaimed(now) && !isGivenBack(job, row) ? busy(job, row) : claimed(job, row, now);
  }

  /** Should the handler that has the claim be dead, the job is taken up when its claim ends. */
  private Outcome busy(Job job, ActiveJob row) {
    Instant claimEnds = Objects.requireNonNull(job.progress().claimUntil());
    if (row.due().isAfter(claimEnds)) {
      rows.change(row, latest -> latest.dueAt(claimEnds));
    }
    return Outcome.BUSY;
  }

  /** When another handler changes the job meanwhile, the row is due again in a moment. */
  private Outcome cancelled(Job job, ActiveJob row) {
    try {
      cancel.proceed(job, row);
      return Outcome.CANCELLED;
    } catch (StaleException e) {
      return Outcome.BUSY;
    }
  }

  private Outcome claimed(Job job, ActiveJob row, Instant now) {
    Job claimed;
    try {
      claimed = ports.jobs().update(job.claimed(now.plus(claim)));
    } catch (StaleException e) {
      Optional<Job> latest = ports.jobs().find(job.key());
      // A changed label must not cost the message.
      return latest.filter(found -> found.progress().equals(job.progress())).isPresent()
          ? claimed(latest.get(), row, now)
          : Outcome.BUSY;
    }
    return attempt.submit(claimed, row);
  }

  /** The row, made again if it was lost: a job that is not final must never be without. */
  private ActiveJob rowOf(Job job) {
    String partition = job.summary().partition();
    Optional<ActiveJob> row = ports.active().find(partition, job.key().id());
    if (row.isPresent()) {
      return row.get();
    }
    ports.active().add(ActiveJob.accepted(partition, job.key(), clock.instant()));
    return ports
        .active()
        .find(partition, job.key().id())
        .orElseThrow(() -> new StaleException("the active row of job " + job.key().id()));
  }

  private static boolean isGivenBack(Job job, ActiveJob row) {
    return row.hold() != null && row.hold().attempt() == job.progress().attempt();
  }
}
