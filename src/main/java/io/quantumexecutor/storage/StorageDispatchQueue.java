package io.quantumexecutor.storage;

import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.JobKey;
import java.time.Duration;

/** Messages <code>{"job_id":"…","owner":"…"}</code> in queue {@code quantum-jobs}. */
final class StorageDispatchQueue implements DispatchQueue {
  /** Longer than storage is in trouble most times. */
  private static final Duration LATER = Duration.ofMinutes(5);

  private final Messages messages;

  StorageDispatchQueue(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void putBack(String message) {
    messages.send(message, LATER);
  }

  /** Neither an id nor an owner key has a character that JSON would escape. */
  @Override
  public void send(JobKey key) {
    messages.send("{\"job_id\":\"" + key.id() + "\",\"owner\":\"" + key.owner() + "\"}");
  }
}
