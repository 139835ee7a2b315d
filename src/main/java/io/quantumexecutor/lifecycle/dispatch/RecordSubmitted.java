package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.watch.WatchJob;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.time.InstantSource;

/** Writes down that the provider has the job, whatever else was written meanwhile. */
public final class RecordSubmitted {
  private static final int TRIES = 5;

  private final JobStore jobs;
  private final QuantumWorkspaces workspaces;
  private final CancelSteps cancel;
  private final WatchJob watch;
  private final JobLog log;
  private final InstantSource clock;

  public RecordSubmitted(
      JobStore jobs,
      QuantumWorkspaces workspaces,
      CancelSteps cancel,
      WatchJob watch,
      JobLog log,
      InstantSource clock) {
    this.jobs = jobs;
    this.workspaces = workspaces;
    this.cancel = cancel;
    this.watch = watch;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Records it and hands the job over to the sweeps; a cancel that was asked for meanwhile goes to
   * the provider.
   *
   * @param row the active row, or the newest known state of it
   */
  DispatchOutcome record(Job job, ActiveJob row, String providerStatus, String why) {
    String history = why + heldBefore(row);
    Job latest = job;
    for (int i = 0; ; i++) {
      try {
        Job submitted = jobs.update(latest.submitted(clock.instant(), providerStatus, history));
        log.changed(submitted);
        return handOver(submitted, row);
      } catch (StaleException e) {
        if (i == TRIES) {
          throw e;
        }
        latest = jobs.find(job.key()).orElseThrow(() -> e);
        if (latest.isFinal()) {
          return stopAtProvider(latest);
        }
        if (latest.isSubmitted()) {
          return DispatchOutcome.SUBMITTED_BEFORE;
        }
      }
    }
  }

  private static String heldBefore(ActiveJob row) {
    ActiveJob.Hold hold = row.hold();
    return hold == null ? "" : ", held since %s (%s)".formatted(hold.since(), hold.code());
  }

  /** Nobody waits for the result any more: do not let it run up costs. */
  private DispatchOutcome stopAtProvider(Job ended) {
    try {
      workspaces.open(ended.summary().partition(), ended.key()).cancel(ended.key().id());
    } catch (QuantumException e) {
      // Best effort: the job has its final state, and there is nothing left to record.
    }
    return DispatchOutcome.FINAL;
  }

  private DispatchOutcome handOver(Job submitted, ActiveJob row) {
    if (submitted.isCancelRequested()) {
      cancel.proceed(submitted, row);
      return DispatchOutcome.CANCELLED;
    }
    watch.watch(submitted, row);
    return DispatchOutcome.SUBMITTED;
  }
}
