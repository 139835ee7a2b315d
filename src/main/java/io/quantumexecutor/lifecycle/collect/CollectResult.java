package io.quantumexecutor.lifecycle.collect;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.Payloads.Part;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.SentInput;
import io.quantumexecutor.target.SentInputFile;
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
 * Brings a job that the provider has finished to its end: raw bytes, normalised document, final
 * record, active row, in that order, so that a job that says COMPLETED always has its result.
 */
public final class CollectResult {
  /** How long something the provider ought to have may be missing before it counts as lost. */
  private static final Duration MAX_ABSENCE = Duration.ofHours(1);

  private final Payloads payloads;
  private final QuantumWorkspaces workspaces;
  private final RowChanges rows;
  private final CollectAttempts attempts;
  private final EndJob end;
  private final InstantSource clock;

  public CollectResult(
      ActiveJobs active,
      Payloads payloads,
      QuantumWorkspaces workspaces,
      CollectAttempts attempts,
      EndJob end,
      InstantSource clock) {
    this.payloads = payloads;
    this.workspaces = workspaces;
    this.rows = new RowChanges(active);
    this.attempts = attempts;
    this.end = end;
    this.clock = clock;
  }

  /**
   * Collects and ends a job. What fails is tried again after a while, and is the end of the job
   * after some time: see {@link CollectAttempts}.
   *
   * @param seen the provider's report with a final status, addresses signed
   * @return whether the job has ended now; otherwise it is looked at again
   * @throws QuantumException if the output could not be fetched for a reason that may pass and that
   *     other jobs may have too
   */
  public boolean collect(Job job, ActiveJob row, ProviderJob seen) {
    if (job.isFinal()) {
      end.finish(job);
      return true;
    }
    return ended(job, attempts.attempt(job, row, seen, () -> outcome(job, row, seen)));
  }

  private Optional<JobEnd> outcome(Job job, ActiveJob row, ProviderJob seen) {
    JobStatus meaning = ProviderStatus.meaning(seen.status()).orElseThrow();
    Optional<byte[]> raw = rawOutput(job, row, seen, meaning);
    if (meaning == JobStatus.COMPLETED) {
      return raw.isPresent()
          ? attempts.decode(row, raw.get().length, () -> complete(job, seen, raw.get()))
          : lost(row, "the provider has not stored the output");
    }
    return Optional.of(failedOrCancelled(seen, meaning));
  }

  /**
   * Notes that something that ought to be there is not; after an hour of that the job has failed.
   *
   * @return whether the job has ended now
   */
  public boolean missing(Job job, ActiveJob row, String what) {
    return ended(job, lost(row, what));
  }

  private Optional<JobEnd> lost(ActiveJob row, String what) {
    Instant now = clock.instant();
    Instant since = row.watch().missingSince();
    if (since != null && now.isAfter(since.plus(MAX_ABSENCE))) {
      return Optional.of(JobEnd.failed(null, Failure.of("lost-by-provider", what)));
    }
    if (since == null) {
      rows.change(row, latest -> latest.withWatch(new ActiveJob.Watch(latest.watch().seen(), now)));
    }
    return Optional.empty();
  }

  /** Does what was left undone for a job that has ended. */
  public boolean leftOver(Job ended) {
    end.finish(ended);
    return true;
  }

  /**
   * Ends a job that can never be reached again.
   *
   * @param why of kind REJECTED, from opening the job's workspace
   * @return whether the job has ended now, not before
   */
  public boolean unreachable(Job job, QuantumException why) {
    if (job.isFinal()) {
      end.finish(job);
      return false;
    }
    return end(job, JobEnd.failed(null, Failure.of(why.code(), why.getMessage())));
  }

  private Optional<byte[]> rawOutput(Job job, ActiveJob row, ProviderJob seen, JobStatus meaning) {
    if (meaning == JobStatus.CANCELLED || seen.outputUri() == null) {
      return Optional.empty();
    }
    QuantumWorkspace workspace = workspaces.open(row.partition(), job.key());
    Optional<byte[]> raw = workspace.output(seen);
    raw.ifPresent(bytes -> payloads.write(job.key(), Part.RAW, bytes));
    return raw;
  }

  private JobEnd complete(Job job, ProviderJob seen, byte[] raw) {
    try {
      byte[] document = ResultDocuments.document(sent(job), raw);
      payloads.write(job.key(), Part.RESULT, document);
    } catch (RefusedException e) {
      return JobEnd.failed(seen.status(), Failure.of(e.code(), e.getMessage()));
    }
    return JobEnd.completed(seen.status());
  }

  private SentInput.Meaning sent(Job job) {
    return payloads
        .read(job.key(), Part.SUBMITTED)
        .map(file -> SentInputFile.read(file).meaning())
        .orElseThrow(() -> new IllegalStateException("the input of job " + job.key().id()));
  }

  private boolean ended(Job job, Optional<JobEnd> how) {
    return how.isPresent() && end(job, how.get());
  }

  private boolean end(Job job, JobEnd how) {
    end.end(job.ended(clock.instant(), how));
    return true;
  }

  private static JobEnd failedOrCancelled(ProviderJob seen, JobStatus meaning) {
    if (meaning == JobStatus.CANCELLED) {
      return JobEnd.cancelled(seen.status(), "cancelled at the provider");
    }
    String code = seen.errorCode() == null ? "provider-failure" : seen.errorCode();
    String message =
        seen.errorMessage() == null ? "the provider gave no reason" : seen.errorMessage();
    return JobEnd.failed(seen.status(), Failure.of(code, message));
  }
}
