package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Outbox;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.workspace.Grant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a checked submission so that it cannot be lost: active row, program blob if large, one
 * transaction, message. Whatever crashes in between, the timer finds the active row.
 */
public final class AcceptJob {
  private final JobStore jobs;
  private final StoreJob store;
  private final DispatchQueue queue;
  private final EndJob end;
  private final JobIds ids;
  private final InstantSource clock;

  public AcceptJob(
      JobStore jobs,
      StoreJob store,
      DispatchQueue queue,
      EndJob end,
      JobIds ids,
      InstantSource clock) {
    this.jobs = jobs;
    this.store = store;
    this.queue = queue;
    this.end = end;
    this.ids = ids;
    this.clock = clock;
  }

  /** Accepts a submission that will run under our own identity. */
  public AcceptOutcome accept(
      Owner owner, Submission submission, IdentityKey partition, @Nullable IdempotencyKey key) {
    return accept(owner, submission, Grant.ofOurs(partition), key);
  }

  /**
   * Accepts a submission.
   *
   * @param grant the right to run it
   * @param key null when the caller gave no idempotency key
   * @throws StorageTroubleException if it is unknown whether it was accepted
   */
  public AcceptOutcome accept(
      Owner owner, Submission submission, Grant grant, @Nullable IdempotencyKey key) {
    Optional<AcceptOutcome> earlier = replayOf(owner, key);
    return earlier.isPresent()
        ? earlier.get()
        : accept(owner, submission, JobOrigin.of(key), grant, key);
  }

  /**
   * Accepts a finished job's submission once more, as a new job; otherwise as {@link #accept(Owner,
   * Submission, Grant, IdempotencyKey)}.
   *
   * @param earlier the finished job, of the same owner
   */
  public AcceptOutcome retry(
      JobKey earlier, Submission submission, Grant grant, @Nullable IdempotencyKey key) {
    Optional<AcceptOutcome> replay = replayOf(earlier.owner(), key);
    JobOrigin origin = JobOrigin.retryOf(earlier.id(), key);
    return replay.isPresent()
        ? replay.get()
        : accept(earlier.owner(), submission, origin, grant, key);
  }

  private AcceptOutcome accept(
      Owner owner,
      Submission submission,
      JobOrigin origin,
      Grant grant,
      @Nullable IdempotencyKey key) {
    Instant now = clock.instant();
    JobId id = ids.next();
    Optional<byte[]> sealed = grant.seal().apply(id);
    JobSummary summary = summary(submission, grant.partition(), origin, now);
    Outbox outbox = Outbox.of(submission.options());
    Job job = Job.accepted(new JobKey(owner, id), summary, outbox);
    return store.store(
        job, key, () -> jobs.accept(job, submission, sealed, key), this::sendMessage);
  }

  /**
   * What the earlier request with that key led to; empty if there was none.
   *
   * @param key null when the caller gave no idempotency key
   */
  public Optional<AcceptOutcome> replayOf(Owner owner, @Nullable IdempotencyKey key) {
    return store.replayOf(owner, key);
  }

  /**
   * Records a message that cannot become a job, as a job that has failed.
   *
   * @param key makes the same message find its job when it is delivered again
   */
  public AcceptOutcome refuse(
      Owner owner,
      Failure failure,
      RefusedMessage message,
      IdentityKey partition,
      IdempotencyKey key) {
    Instant now = clock.instant();
    JobOrigin origin = JobOrigin.refusedMessage(key, message.id());
    JobSummary summary =
        new JobSummary(now, message.name(), message.tags(), null, null, 0, now, partition, origin);
    Job refused =
        Job.accepted(new JobKey(owner, ids.next()), summary)
            .ended(now, JobEnd.failed(null, failure));
    // With an active row like every job: a crash must not lose its event.
    return store.store(refused, key, () -> jobs.refuse(refused, key), end::finish);
  }

  /** A lost message costs a minute, not the job: the timer sends what is due again. */
  private Job sendMessage(Job job) {
    try {
      queue.send(job.key());
    } catch (StorageTroubleException e) {
      // The active row is due in a minute and the timer sends the message then.
    }
    return job;
  }

  private static JobSummary summary(
      Submission submission, IdentityKey partition, JobOrigin origin, Instant now) {
    SubmissionOptions options = submission.options();
    return new JobSummary(
        now,
        options.name(),
        options.tags(),
        options.priority(),
        submission.target(),
        submission.numShots(),
        now.plus(Duration.ofHours(options.holdHours())),
        partition,
        origin);
  }
}
