package io.quantumexecutor.storage;

import io.quantumexecutor.job.PollQueue;
import io.quantumexecutor.job.PollRange;

/**
 * Messages <code>{"partition":"…","after":"…","up_to":"…"}</code> in queue {@code quantum-polls}.
 */
final class StoragePollQueue implements PollQueue {
  private final Messages messages;

  StoragePollQueue(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void send(PollRange range) {
    messages.send(StoredJson.write(range));
  }
}
