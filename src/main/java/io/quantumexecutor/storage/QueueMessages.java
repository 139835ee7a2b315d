package io.quantumexecutor.storage;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import java.time.Duration;
import java.util.function.Supplier;

/** A queue of Azure Queue Storage. */
final class QueueMessages implements Messages {
  private final String queue;
  private final Supplier<QueueClient> client;

  QueueMessages(String queue, Supplier<QueueClient> client) {
    this.queue = queue;
    this.client = client;
  }

  @Override
  public void send(String text) {
    send(text, Duration.ZERO);
  }

  @Override
  public void send(String text, Duration delay) {
    AzureCalls.run(
        "queue " + queue + " send",
        () -> client.get().sendMessageWithResponse(text, delay, null, null, Context.NONE));
  }
}
