package io.quantumexecutor.job;

import org.jspecify.annotations.Nullable;

/**
 * Where a job came from.
 *
 * @param retryOf the finished job that it runs once more; null for a job of its own
 * @param keyHash hash of the idempotency key it was accepted under, null if there was none; the
 *     key's record outlives the job for a while
 * @param messageId the queue's id of the dropped message that could not become a job; null for
 *     others
 */
public record JobOrigin(
    @Nullable JobId retryOf, @Nullable String keyHash, @Nullable String messageId) {
  /** A job of its own, without an idempotency key. */
  public static final JobOrigin PLAIN = new JobOrigin(null, null, null);

  public static JobOrigin of(@Nullable IdempotencyKey key) {
    return key == null ? PLAIN : new JobOrigin(null, key.keyHash(), null);
  }

  /** A message that could not become a job. */
  public static JobOrigin refusedMessage(IdempotencyKey key, String messageId) {
    return new JobOrigin(null, key.keyHash(), messageId);
  }

  public static JobOrigin retryOf(JobId earlier, @Nullable IdempotencyKey key) {
    return new JobOrigin(earlier, key == null ? null : key.keyHash(), null);
  }
}
