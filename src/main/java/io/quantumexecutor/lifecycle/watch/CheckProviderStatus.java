package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.lifecycle.collect.CollectResult;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import io.quantumexecutor.workspace.ProviderStatus;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Compares one watched job with what the provider says; nothing is written if nothing changed. */
public final class CheckProviderStatus {
  /** Providers are known to keep jobs for a month. */
  private static final Duration MAX_LIFETIME = Duration.ofDays(45);

  private final JobStore jobs;
  private final CollectResult collect;
  private final DeliverEvents events;
  private final RowChanges rows;
  private final JobLog log;
  private final InstantSource clock;

  public CheckProviderStatus(
      JobStore jobs,
      ActiveJobs active,
      CollectResult collect,
      DeliverEvents events,
      JobLog log,
      InstantSource clock) {
    this.jobs = jobs;
    this.collect = collect;
    this.events = events;
    this.rows = new RowChanges(active);
    this.log = log;
    this.clock = clock;
  }

  /** What a look found. */
  enum Found {
    UNFINISHED,
    /** The provider does not have it, or not yet what it ought to have. */
    MISSING,
    /** Its result could not be collected; the next try is still to come. */
    RESTING,
    ENDED
  }

  /** Looks at a job that a list showed with a word that is not final. */
  Found compare(ActiveJob row, String word) {
    if (row.watch().missingSince() == null && word.equals(row.watch().seen())) {
      return Found.UNFINISHED;
    }
    Job job = job(row);
    return job.isFinal() ? ended(collect.leftOver(job)) : observed(job, row, word);
  }

  /** Asks the provider for a job alone: a list has no signed addresses. */
  Found ask(QuantumWorkspace workspace, ActiveJob row) {
    if (row.isCollectingLater(clock.instant())) {
      return Found.RESTING;
    }
    Optional<ProviderJob> seen = workspace.find(row.key().id());
    if (seen.isPresent() && !ProviderStatus.isFinal(seen.get().status())) {
      return compare(row, seen.get().status());
    }
    Job job = job(row);
    return ended(
        seen.isPresent()
            ? collect.collect(job, row, seen.get())
            : collect.missing(job, row, "the provider no longer knows the job"));
  }

  /** Ends a job that its workspace has kept us from seeing for longer than jobs wait anywhere. */
  boolean givenUp(ActiveJob row, QuantumException trouble) {
    Instant hopeless = row.key().id().madeAt().plus(MAX_LIFETIME);
    if (trouble.kind() != QuantumException.Kind.DENIED || clock.instant().isBefore(hopeless)) {
      return false;
    }
    return collect.unreachable(job(row), trouble);
  }

  /** Ends a job whose workspace can never be opened again. */
  Found unreachable(ActiveJob row, QuantumException why) {
    return ended(collect.unreachable(job(row), why));
  }

  private Found observed(Job job, ActiveJob row, String word) {
    if (!word.equals(job.progress().providerStatus())) {
      JobStatus meaning = ProviderStatus.meaning(word).orElse(job.status());
      Job observed = jobs.update(job.observed(clock.instant(), word, meaning));
      if (observed.status() != job.status()) {
        log.changed(observed);
        events.deliver(observed);
      }
    }
    rows.change(row, latest -> latest.withWatch(new ActiveJob.Watch(word, null)));
    return Found.UNFINISHED;
  }

  private static Found ended(boolean ended) {
    return ended ? Found.ENDED : Found.MISSING;
  }

  private Job job(ActiveJob row) {
    return jobs.find(row.key()).orElseThrow(() -> new StaleException("the job"));
  }
}
