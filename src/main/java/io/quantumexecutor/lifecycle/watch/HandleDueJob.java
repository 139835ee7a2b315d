package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.JobSteps;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.keep.DeleteJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Acts on an active row whose time has come. */
public final class HandleDueJob {
  /** An active row without a job is an orphan only when its submit cannot be under way any more. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final JobPorts ports;
  private final CancelSteps cancel;
  private final DeleteJob delete;
  private final JobSteps steps;
  private final RowChanges rows;
  private final InstantSource clock;

  public HandleDueJob(JobPorts ports, CancelSteps cancel, DeleteJob delete, JobSteps steps) {
    this.ports = ports;
    this.cancel = cancel;
    this.delete = delete;
    this.steps = steps;
    this.rows = new RowChanges(ports.active());
    this.clock = steps.clock();
  }

  void act(ActiveJob row) {
    if (row.work() == ActiveJob.Work.DELETE) {
      delete.proceed(row);
      return;
    }
    Optional<Job> job = ports.jobs().find(row.key());
    if (job.isEmpty()) {
      orphan(row);
    } else if (job.get().isFinal()) {
      steps.end().finish(job.get());
    } else {
      unfinished(steps.announce().deliver(job.get()), row);
    }
  }

  private void unfinished(Job job, ActiveJob row) {
    if (job.isCancelRequested()) {
      cancel.proceed(job, row);
    } else if (job.isSubmitted()) {
      steps.watch().watch(job, row);
    } else {
      resend(row);
    }
  }

  /** Due moves first: a crash in between costs a delay, never a flood of messages. */
  private void resend(ActiveJob row) {
    Instant next = clock.instant().plus(steps.delays().resend(row.resends()));
    rows.change(row, latest -> latest.resent(next));
    ports.queue().send(row.key());
  }

  /** The tombstone turns a submit that was merely slow into one that fails and says so. */
  private void orphan(ActiveJob row) {
    Instant now = clock.instant();
    if (now.isBefore(row.key().id().madeAt().plus(GRACE))) {
      rows.change(row, latest -> latest.dueAt(now.plus(steps.delays().pace().firstResend())));
      return;
    }
    ports.expiring().add(Expiring.tombstone(row.key(), now));
    if (ports.jobs().tombstone(row.key())) {
      ports.active().remove(row.partition(), row.key().id());
    }
  }
}
