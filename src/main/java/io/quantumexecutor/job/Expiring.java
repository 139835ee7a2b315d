package io.quantumexecutor.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Something that the timer removes once its day (UTC) has come.
 *
 * @param keyHash hash of the idempotency key, null unless the kind is KEY
 */
public record Expiring(LocalDate day, Kind kind, JobKey job, @Nullable String keyHash) {
  /** For how long at least a deleted job's key answers that the job is gone. */
  private static final Duration KEY_LIFE = Duration.ofHours(24);

  /** Longer than any submit can be under way. */
  private static final Duration TOMBSTONE_LIFE = Duration.ofHours(24);

  /** What is removed. */
  public enum Kind {
    /** A finished job with everything that belongs to it. */
    JOB,
    /** The bar against a job that was never accepted. */
    TOMBSTONE,
    /** The idempotency key of a job that was deleted. */
    KEY
  }

  /** A job that has ended is kept for the retention, up to a day more. */
  public static Expiring job(Job ended, Duration retention) {
    Instant end = ended.progress().endedAt();
    Instant since = end == null ? ended.summary().createdAt() : end;
    return new Expiring(dayAfter(since.plus(retention)), Kind.JOB, ended.key(), null);
  }

  public static Expiring tombstone(JobKey key, Instant now) {
    return new Expiring(dayAfter(now.plus(TOMBSTONE_LIFE)), Kind.TOMBSTONE, key, null);
  }

  public static Expiring key(JobKey deleted, String keyHash, Instant now) {
    return new Expiring(dayAfter(now.plus(KEY_LIFE)), Kind.KEY, deleted, keyHash);
  }

  /** The first day that begins after that time: nothing goes before its time is over. */
  private static LocalDate dayAfter(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(1);
  }
}
