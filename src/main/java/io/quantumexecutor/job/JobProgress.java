package io.quantumexecutor.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param providerStatus Azure's own word, untouched; null before the provider has the job
 * @param attempt how many times submitting was begun
 * @param claimUntil until when the handler of that attempt may talk to the provider
 * @param submittedAt when we knew that the provider has the job
 * @param endedAt when it reached a final state
 * @param failure why it failed; null unless it did
 */
public record JobProgress(
    JobStatus status,
    @Nullable String providerStatus,
    int attempt,
    @Nullable Instant claimUntil,
    @Nullable Instant submittedAt,
    @Nullable Instant cancelRequestedAt,
    @Nullable Instant endedAt,
    @Nullable Failure failure) {
  static final JobProgress ACCEPTED =
      new JobProgress(JobStatus.QUEUED, null, 0, null, null, null, null, null);

  JobProgress claimed(Instant until) {
    return new JobProgress(
        status,
        providerStatus,
        attempt + 1,
        until,
        submittedAt,
        cancelRequestedAt,
        endedAt,
        failure);
  }

  JobProgress submitted(Instant now) {
    return new JobProgress(
        status, providerStatus, attempt, claimUntil, now, cancelRequestedAt, endedAt, failure);
  }

  /** A provider's word that is not final: never moves the public state back. */
  JobProgress seen(String word, JobStatus meaning) {
    JobStatus next = status.canBecome(meaning) ? meaning : status;
    return new JobProgress(
        next, word, attempt, claimUntil, submittedAt, cancelRequestedAt, endedAt, failure);
  }

  JobProgress cancelRequested(Instant now) {
    return new JobProgress(
        JobStatus.CANCELLING,
        providerStatus,
        attempt,
        claimUntil,
        submittedAt,
        now,
        endedAt,
        failure);
  }

  JobProgress ended(Instant now, JobEnd end) {
    String word = end.providerStatus() == null ? providerStatus : end.providerStatus();
    return new JobProgress(
        end.status(),
        word,
        attempt,
        claimUntil,
        submittedAt,
        cancelRequestedAt,
        now,
        end.failure());
  }
}
