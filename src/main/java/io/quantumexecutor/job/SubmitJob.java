package io.quantumexecutor.job;

import io.quantumexecutor.job.JobStore.Acceptance;
import io.quantumexecutor.job.JobStore.KnownKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a checked submission so that it cannot be lost: active row, program blob if large, one
 * transaction, message. Whatever crashes in between, the timer finds the active row.
 */
public final class SubmitJob {
  private final JobPorts ports;
  private final JobIds ids;
  private final EndJob end;
  private final Pace pace;
  private final InstantSource clock;

  SubmitJob(JobPorts ports, JobIds ids, JobSteps steps) {
    this.ports = ports;
    this.ids = ids;
    this.end = steps.end();
    this.pace = steps.delays().pace();
    this.clock = steps.clock();
  }

  /** What became of a submission. */
  public sealed interface Outcome {
    /** Accepted now, or by the earlier request that this one repeats. */
    record Accepted(Job job, boolean replayed) implements Outcome {}

    /** The idempotency key was used with another body. */
    record KeyReused() implements Outcome {}

    /** The job that the key made was deleted since. */
    record Deleted() implements Outcome {}

    /** The request was too slow and nothing was kept: it must be made again. */
    record TooSlow() implements Outcome {}
  }

  /** Accepts a submission that will run under our own identity. */
  public Outcome submit(
      Owner owner, Submission submission, String partition, @Nullable IdempotencyKey key) {
    return submit(owner, submission, Grant.ofOurs(partition), key);
  }

  /**
   * Accepts a submission.
   *
   * @param grant the right to run it
   * @param key null when the caller gave no idempotency key
   * @throws StorageTroubleException if it is unknown whether it was accepted
   */
  public Outcome submit(
      Owner owner, Submission submission, Grant grant, @Nullable IdempotencyKey key) {
    Optional<Outcome> earlier = replayOf(owner, key);
    return earlier.isPresent()
        ? earlier.get()
        : accept(owner, submission, Origin.of(key), grant, key);
  }

  /**
   * Accepts a finished job's submission once more, as a new job; otherwise as {@link #submit}.
   *
   * @param earlier the finished job, of the same owner
   */
  public Outcome retry(
      JobKey earlier, Submission submission, Grant grant, @Nullable IdempotencyKey key) {
    Optional<Outcome> replay = replayOf(earlier.owner(), key);
    Origin origin = Origin.retryOf(earlier.id(), key);
    return replay.isPresent()
        ? replay.get()
        : accept(earlier.owner(), submission, origin, grant, key);
  }

  private Outcome accept(
      Owner owner,
      Submission submission,
      Origin origin,
      Grant grant,
      @Nullable IdempotencyKey key) {
    Instant now = clock.instant();
    JobId id = ids.next();
    Optional<byte[]> sealed = grant.seal().apply(id);
    JobSummary summary = summary(submission, grant.partition(), origin, now);
    Notice notice = submission.options().terms().notice();
    Job job = Job.accepted(new JobKey(owner, id), summary, notice);
    ports.active().add(newRow(job, now));
    Acceptance acceptance = ports.jobs().accept(job, submission, sealed, key);
    if (acceptance instanceof Acceptance.Stored stored) {
      ports.log().changed(stored.job());
      announce(stored.job());
      return new Outcome.Accepted(stored.job(), false);
    }
    if (acceptance instanceof Acceptance.KeyTaken taken && key != null) {
      ports.active().remove(grant.partition(), id);
      return replay(owner, taken.known(), key);
    }
    if (acceptance instanceof Acceptance.Barred) {
      return new Outcome.TooSlow();
    }
    throw new IllegalStateException("unknown acceptance " + acceptance.getClass());
  }

  /**
   * What the earlier request with that key led to; empty if there was none.
   *
   * @param key null when the caller gave no idempotency key
   */
  public Optional<Outcome> replayOf(Owner owner, @Nullable IdempotencyKey key) {
    return key == null
        ? Optional.empty()
        : ports.jobs().known(owner, key.keyHash()).map(known -> replay(owner, known, key));
  }

  /**
   * Records a message that cannot become a job, as a job that has failed.
   *
   * @param key makes the same message find its job when it is delivered again
   */
  public Outcome refuse(Owner owner, Failure failure, String partition, IdempotencyKey key) {
    Instant now = clock.instant();
    JobSummary summary =
        new JobSummary(now, null, List.of(), null, null, 0, now, partition, Origin.of(key));
    Job refused =
        Job.accepted(new JobKey(owner, ids.next()), summary)
            .ended(now, JobEnd.failed(null, failure));
    // With an active row like every job: a crash must not lose its event.
    ports.active().add(newRow(refused, now));
    Acceptance acceptance = ports.jobs().refuse(refused, key);
    if (acceptance instanceof Acceptance.Stored stored) {
      ports.log().changed(stored.job());
      return new Outcome.Accepted(end.finish(stored.job()), false);
    }
    if (acceptance instanceof Acceptance.KeyTaken taken) {
      ports.active().remove(partition, refused.key().id());
      return replay(owner, taken.known(), key);
    }
    if (acceptance instanceof Acceptance.Barred) {
      return new Outcome.TooSlow();
    }
    throw new IllegalStateException("unknown acceptance " + acceptance.getClass());
  }

  /** A lost message costs a minute, not the job: the timer sends what is due again. */
  private void announce(Job job) {
    try {
      ports.queue().send(job.key());
    } catch (StorageTroubleException e) {
      // The active row is due in a minute and the timer sends the message then.
    }
  }

  private Outcome replay(Owner owner, KnownKey known, IdempotencyKey key) {
    if (!known.fingerprint().equals(key.fingerprint())) {
      return new Outcome.KeyReused();
    }
    Optional<Job> job = ports.jobs().find(new JobKey(owner, known.job()));
    if (job.isEmpty()) {
      return new Outcome.Deleted();
    }
    if (!job.get().isFinal()) {
      ports.active().add(newRow(job.get(), clock.instant()));
    }
    return new Outcome.Accepted(job.get(), true);
  }

  private ActiveJob newRow(Job job, Instant now) {
    return ActiveJob.accepted(job.summary().partition(), job.key(), now.plus(pace.firstResend()));
  }

  private static JobSummary summary(
      Submission submission, String partition, Origin origin, Instant now) {
    Submission.Options options = submission.options();
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
