package io.quantumexecutor.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is known: an immutable value, changed by making the next one and storing it.
 *
 * @param summary what the caller asked for, in short
 * @param progress how far it is
 * @param outbox what is to be told of it
 * @param version what the store needs to see whether somebody else changed the job since it was
 *     read; null for a job that was never stored
 */
public record Job(
    JobKey key,
    JobSummary summary,
    JobProgress progress,
    Timeline timeline,
    Outbox outbox,
    @Nullable String version) {

  /** A job that was just accepted. */
  public static Job accepted(JobKey key, JobSummary summary) {
    return accepted(key, summary, Notice.PLAIN);
  }

  /** A job that was just accepted, of which more than the end may be told. */
  public static Job accepted(JobKey key, JobSummary summary, Notice notice) {
    Instant now = summary.createdAt();
    return new Job(
        key,
        summary,
        JobProgress.ACCEPTED,
        Timeline.starting(now, "accepted"),
        new Outbox(notice, List.of()).with(new StatusChange(JobStatus.QUEUED, null, now)),
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
    return moved(now, next, why);
  }

  /** The provider reported a status that is not final; the public state never goes back. */
  public Job observed(Instant now, String providerStatus, JobStatus meaning) {
    JobProgress next = progress.seen(providerStatus, meaning);
    return next.status() == status()
        ? with(next)
        : moved(now, next, "provider says " + providerStatus);
  }

  /** Cancelling is wanted, whatever happens until the provider confirms. */
  public Job cancelRequested(Instant now) {
    return isCancelRequested()
        ? this
        : moved(now, progress.cancelRequested(now), "cancel requested");
  }

  /** Other labels; what happens to the job does not change. */
  public Job relabelled(JobSummary next) {
    return new Job(key, next, progress, timeline, outbox, version);
  }

  /** The end, with the provider's last word if it had one. */
  public Job ended(Instant now, JobEnd end) {
    return moved(now, progress.ended(now, end), end.why());
  }

  /** Every pending event has been delivered. */
  public Job outboxCleared() {
    return new Job(key, summary, progress, timeline, outbox.cleared(), version);
  }

  /** A sentence in the timeline; nothing else changes. */
  public Job noted(Instant now, String why) {
    return new Job(key, summary, progress, timeline.with(now, status(), why), outbox, version);
  }

  /** The same job as the store now knows it. */
  public Job stored(String newVersion) {
    return new Job(key, summary, progress, timeline, outbox, newVersion);
  }

  private Job with(JobProgress next) {
    if (!status().canBecome(next.status())) {
      throw new IllegalJobTransitionException(key.id(), status(), next.status());
    }
    return new Job(key, summary, next, timeline, outbox, version);
  }

  private Job moved(Instant now, JobProgress next, String why) {
    StatusChange change = new StatusChange(next.status(), next.providerStatus(), now);
    Outbox more = next.status() == status() ? outbox : outbox.with(change);
    Timeline longer = timeline.with(now, next.status(), why);
    return new Job(key, summary, with(next).progress, longer, more, version);
  }
}
