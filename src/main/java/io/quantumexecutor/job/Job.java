package io.quantumexecutor.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is known: an immutable value, changed by making the next one and storing it.
 *
 * @param summary what the caller asked for, in short
 * @param progress how far it is
 * @param version what the store needs to see whether somebody else changed the job since it was
 *     read; null for a job that was never stored
 */
public record Job(
    JobKey key,
    JobSummary summary,
    JobProgress progress,
    Timeline timeline,
    @Nullable String version) {

  /** A job that was just accepted. */
  public static Job accepted(JobKey key, JobSummary summary) {
    return new Job(
        key,
        summary,
        JobProgress.ACCEPTED,
        Timeline.starting(summary.createdAt(), "accepted"),
        null);
  }

  public JobStatus status() {
    return progress.status();
  }

  public boolean isFinal() {
    return status().isFinal();
  }

  /** Whether a create call at the provider may have been made. */
  public boolean wasClaimed() {
    return progress.attempt() > 0;
  }

  public boolean isSubmitted() {
    return progress.submittedAt() != null;
  }

  public boolean isCancelRequested() {
    return progress.cancelRequestedAt() != null;
  }

  /** Whether some handler holds the claim and may be talking to the provider. */
  public boolean isClaimed(Instant now) {
    Instant until = progress.claimUntil();
    return !isSubmitted() && until != null && now.isBefore(until);
  }

  /** The next attempt to submit, nobody else may try before the claim runs out. */
  public Job claimed(Instant claimUntil) {
    return with(progress.claimed(claimUntil));
  }

  /** The provider has the job. */
  public Job submitted(Instant now, String providerStatus, String why) {
    JobProgress next = progress.submitted(now).seen(providerStatus, JobStatus.QUEUED);
    return with(next).logged(now, why);
  }

  /** The provider reported a status that is not final; the public state never goes back. */
  public Job observed(Instant now, String providerStatus, JobStatus meaning) {
    Job next = with(progress.seen(providerStatus, meaning));
    return next.status() == status() ? next : next.logged(now, "provider says " + providerStatus);
  }

  /** Cancelling is wanted, whatever happens until the provider confirms. */
  public Job cancelRequested(Instant now) {
    return isCancelRequested()
        ? this
        : with(progress.cancelRequested(now)).logged(now, "cancel requested");
  }

  /** Other labels; what happens to the job does not change. */
  Job relabelled(JobSummary next) {
    return new Job(key, next, progress, timeline, version);
  }

  /** The end, with the provider's last word if it had one. */
  public Job ended(Instant now, JobEnd end) {
    return with(progress.ended(now, end)).logged(now, end.why());
  }

  /** The same job as the store now knows it. */
  public Job stored(String newVersion) {
    return new Job(key, summary, progress, timeline, newVersion);
  }

  private Job with(JobProgress next) {
    if (!status().canBecome(next.status())) {
      throw new IllegalJobTransitionException(key.id(), status(), next.status());
    }
    return new Job(key, summary, next, timeline, version);
  }

  private Job logged(Instant now, String why) {
    return new Job(key, summary, progress, timeline.with(now, status(), why), version);
  }
}
