package io.quantumexecutor.storage;

import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.JobKey;

/** Messages <code>{"job_id":"…","owner":"…"}</code> in queue {@code quantum-jobs}. */
final class StorageDispatchQueue implements DispatchQueue {
  private final Messages messages;

  StorageDispatchQueue(Messages messages) {
    this.messages = messages;
  }

  /** Neither an id nor an owner key has a character that JSON would escape. */
  @Override
  public void send(JobKey key) {
    messages.send("{\"job_id\":\"" + key.id() + "\",\"owner\":\"" + key.owner() + "\"}");
  }
}
