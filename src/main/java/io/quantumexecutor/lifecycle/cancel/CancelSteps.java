package io.quantumexecutor.lifecycle.cancel;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.CollectTries;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.lifecycle.collect.CollectResult;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.workspace.ProviderStatus;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Drives a cancel that was asked for to its end: as long as the provider may have the job, the
 * active row stays and the call is repeated; what the provider finally says decides.
 */
public final class CancelSteps {
  private static final Duration REPEAT = Duration.ofSeconds(5);

  private final JobStore jobs;
  private final QuantumWorkspaces workspaces;
  private final CollectResult collect;
  private final RowChanges rows;
  private final EndJob end;
  private final InstantSource clock;

  public CancelSteps(
      JobStore jobs,
      ActiveJobs active,
      QuantumWorkspaces workspaces,
      CollectResult collect,
      EndJob end,
      InstantSource clock) {
    this.jobs = jobs;
    this.workspaces = workspaces;
    this.collect = collect;
    this.rows = new RowChanges(active);
    this.end = end;
    this.clock = clock;
  }

  /**
   * Takes the next step for a job whose cancelling was requested. When the provider cannot be
   * asked, the row is due again in a moment. A result that could not be collected so far is not
   * waited for.
   */
  public void proceed(Job job, ActiveJob row) {
    Instant now = clock.instant();
    if (!job.wasClaimed()) {
      end.end(job.ended(now, JobEnd.cancelled(null, "cancelled before it was submitted")));
      return;
    }
    ActiveJob due = rows.change(row, latest -> latest.cancelling(now.plus(REPEAT)));
    try {
      askProvider(job, due, now);
    } catch (QuantumException e) {
      // Nothing is lost: the row says what is to be done, and when.
    }
  }

  private void askProvider(Job job, ActiveJob row, Instant now) {
    QuantumWorkspace workspace;
    try {
      workspace = workspaces.open(row.partition(), job.key());
    } catch (QuantumException e) {
      if (e.kind() == QuantumException.Kind.REJECTED) {
        collect.unreachable(job, e);
      }
      return;
    }
    Optional<ProviderJob> there = workspace.find(job.key().id());
    if (there.isPresent()) {
      cancelAtProvider(job, row, workspace, there.get());
    } else if (job.isSubmitted()) {
      collect.missing(job, row, "the provider no longer knows the job");
    } else if (!job.isClaimed(now)) {
      end.end(job.ended(now, JobEnd.cancelled(null, "the provider never had it")));
    }
  }

  private void cancelAtProvider(
      Job job, ActiveJob row, QuantumWorkspace workspace, ProviderJob there) {
    Job known =
        job.isSubmitted()
            ? job
            : jobs.update(job.submitted(clock.instant(), there.status(), "found at the provider"));
    JobStatus meaning = ProviderStatus.meaning(there.status()).orElse(JobStatus.RUNNING);
    CollectTries tries = row.collecting();
    if (meaning.isFinal() && tries != null) {
      cancelUncollected(known, there, tries);
    } else if (meaning.isFinal()) {
      collect.collect(known, row, there);
    } else if (meaning != JobStatus.CANCELLING) {
      workspace.cancel(job.key().id());
    }
  }

  /** Whoever may be decoding the answer would store it after the job is gone. */
  private void cancelUncollected(Job job, ProviderJob there, CollectTries tries) {
    if (!tries.isBeingDecoded(clock.instant())) {
      String why = "cancelled before its result could be collected: " + tries.reason();
      end.end(job.ended(clock.instant(), JobEnd.cancelled(there.status(), why)));
    }
  }
}
