package io.quantumexecutor.storage;

import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.job.TraceContext;
import java.time.Duration;

/** The messages of queue {@code quantum-jobs}, as {@link QueueMessage} writes them. */
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
  public void putBack(QueueMessage.Drop drop) {
    messages.send(drop.write(), LATER);
  }

  @Override
  public void send(JobKey key) {
    messages.send(new QueueMessage.OfJob(key, trace.current().orElse(null)).write());
  }
}
