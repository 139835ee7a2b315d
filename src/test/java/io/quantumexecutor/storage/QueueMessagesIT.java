package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import org.junit.jupiter.api.Test;

final class QueueMessagesIT {
  @Test
  void send_text_arrivesUnencoded() {
    SharedAzurite.account().createQueue("texts");
    SharedAzurite.account().queue("texts").send("{\"a\":\"it's <&> 🚀\"}");

    QueueClient queue =
        new QueueClientBuilder()
            .connectionString(SharedAzurite.connectionString())
            .queueName("texts")
            .buildClient();
    assertThat(queue.receiveMessage().getBody()).hasToString("{\"a\":\"it's <&> 🚀\"}");
  }
}
