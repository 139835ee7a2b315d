package io.quantumexecutor.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the durable records of jobs. All methods may throw {@link StorageTroubleException}. */
public interface JobStore {
  /**
   * Stores a new job, its submission and its idempotency key in one transaction; a large submission
   * goes to a blob before it.
   */
  default Acceptance accept(Job job, Submission submission, @Nullable IdempotencyKey key) {
    return accept(job, submission, Optional.empty(), key);
  }

  /**
   * The same for a job with a secret.
   *
   * @param sealed the secret, encrypted; stored in the same transaction
   */
  Acceptance accept(
      Job job, Submission submission, Optional<byte[]> sealed, @Nullable IdempotencyKey key);

  /**
   * Stores a job that was refused on arrival and is final from its first moment, with the key that
   * makes a repeated delivery find it.
   */
  Acceptance refuse(Job job, IdempotencyKey key);

  /** The job; tombstones and jobs being deleted are not there. */
  Optional<Job> find(JobKey key);

  Optional<Submission> submission(JobKey key);

  /** The sealed secret of a job that has not ended. */
  Optional<byte[]> sealed(JobKey key);

  /**
   * Stores a changed job. When its new state is final, the secret of its submission is erased in
   * the same transaction. A write whose answer was lost and that did happen is a success.
   *
   * @return the job with its new version
   * @throws StaleException if it was changed since it was read
   */
  Job update(Job job);

  /**
   * Makes it impossible that a job is ever accepted under this key.
   *
   * @return false if there is a job already
   */
  boolean tombstone(JobKey key);

  /**
   * Marks a finished job as being deleted: from now on it is not there for anybody.
   *
   * @throws StaleException if it was changed since it was read
   */
  void markDeleting(Job job);

  /** Removes everything of a marked job but its idempotency key; repeating is harmless. */
  void remove(JobKey key);

  /** Removes the idempotency key of a job, unless the key leads elsewhere by now. */
  void forgetKey(JobKey job, String keyHash);

  /** Removes a tombstone; a job of that id is left alone. */
  void removeTombstone(JobKey key);

  /** Where an idempotency key leads. */
  Optional<KnownKey> known(Owner owner, String keyHash);

  /**
   * Jobs of an owner, newest first.
   *
   * @throws BadCursorException if the cursor did not come from a list of this owner
   */
  JobPage list(Owner owner, JobQuery query);

  /**
   * Everybody's jobs: owner by owner, each newest first.
   *
   * @throws BadCursorException if the cursor did not come from such a list
   */
  JobPage listAll(JobQuery query);

  /** What became of an attempt to accept. */
  sealed interface Acceptance {
    /** Stored; the job with its version. */
    record Stored(Job job) implements Acceptance {}

    /** The idempotency key is taken, by an earlier request or by one that was a moment faster. */
    record KeyTaken(KnownKey known) implements Acceptance {}

    /** A tombstone bars the id: the request was too slow and must be made again. */
    record Barred() implements Acceptance {}
  }

  /** An idempotency key that was seen, with the job it made. */
  record KnownKey(JobId job, String fingerprint) {}

  /**
   * What to list.
   *
   * @param limit at most so many jobs
   * @param cursor where the page before ended
   */
  record JobQuery(
      @Nullable JobStatus status,
      @Nullable String backend,
      @Nullable String name,
      @Nullable String tag,
      @Nullable Instant createdAfter,
      @Nullable Instant createdBefore,
      int limit,
      @Nullable String cursor) {}

  /** A page may be short or even empty although there are more: the cursor decides. */
  record JobPage(List<Job> jobs, Optional<String> cursor) {
    public JobPage {
      jobs = List.copyOf(jobs);
    }
  }
}
