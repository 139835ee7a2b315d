package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import java.time.Instant;
import java.time.InstantSource;

/** Takes up an unfinished job whose active row is due. */
public final class ResumeJob {
  private final RowChanges rows;
  private final DispatchQueue queue;
  private final DeliverEvents events;
  private final CancelSteps cancel;
  private final WatchJob watch;
  private final Backoff backoff;
  private final InstantSource clock;

  public ResumeJob(
      ActiveJobs active,
      DispatchQueue queue,
      DeliverEvents events,
      CancelSteps cancel,
      WatchJob watch,
      Backoff backoff,
      InstantSource clock) {
    this.rows = new RowChanges(active);
    this.queue = queue;
    this.events = events;
    this.cancel = cancel;
    this.watch = watch;
    this.backoff = backoff;
    this.clock = clock;
  }

  void resume(Job unfinished, ActiveJob row) {
    Job job = events.deliver(unfinished);
    if (job.isCancelRequested()) {
      cancel.proceed(job, row);
    } else if (job.isSubmitted()) {
      watch.watch(job, row);
    } else {
      resend(row);
    }
  }

  /** Due moves first: a crash in between costs a delay, never a flood of messages. */
  private void resend(ActiveJob row) {
    Instant next = clock.instant().plus(backoff.resend(row.resends()));
    rows.change(row, latest -> latest.resent(next));
    queue.send(row.key());
  }
}
