package io.quantumexecutor.storage;

import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.TraceContext;
import java.time.Duration;

/**
 * Messages <code>{"job_id":"…","owner":"…","traceparent":"…"}</code> in queue {@code quantum-jobs}.
 */
final class StorageDispatchQueue implements DispatchQueue {
  /** Longer than storage is in trouble most times. */
  private static final Duration LATER = Duration.ofMinutes(5);

  private final Messages messages;
  private final TraceContext trace;

  StorageDispatchQueue(Messages messages, TraceContext trace) {
    this.messages = messages;
    this.trace = trace;
  }

  @Override
  public void putBack(String message) {
    messages.send(message, LATER);
  }

  /** None of the three has a character that JSON would escape. */
  @Override
  public void send(JobKey key) {
    String traced = trace.current().map(parent -> ",\"traceparent\":\"" + parent + "\"").orElse("");
    messages.send(
        "{\"job_id\":\"" + key.id() + "\",\"owner\":\"" + key.owner() + "\"" + traced + "}");
  }
}
