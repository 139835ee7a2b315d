package io.quantumexecutor.local.host;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.models.QueueMessageItem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to one message: run, then deleted, shown again or moved to the poison queue.
 *
 * <p>The poison queue's own trigger has no further poison queue: there a failed message stays
 * hidden until its lease ends.
 */
final class MessageProcessor {
  /** What the host does with one message's text; true when the function succeeded. */
  interface Run {
    boolean run(String text, Map<String, String> metadata);
  }

  private static final String POISON = "-poison";

  private final QueueClient queue;
  private final Optional<QueueClient> poison;
  private final HostJson.Queues settings;
  private final Lease.Renewal renewal;
  private final Run run;

  MessageProcessor(
      QueueServiceClient service,
      String queueName,
      HostJson.Queues settings,
      Lease.Renewal renewal,
      Run run) {
    this.queue = service.getQueueClient(queueName);
    this.poison =
        queueName.endsWith(POISON)
            ? Optional.empty()
            : Optional.of(service.getQueueClient(queueName + POISON));
    this.settings = settings;
    this.renewal = renewal;
    this.run = run;
  }

  Duration lease() {
    return renewal.duration();
  }

  void process(QueueMessageItem message) {
    String raw = message.getBody().toString();
    Optional<String> text = decode(raw);
    if (text.isEmpty() || message.getDequeueCount() > settings.maxDequeueCount()) {
      moveToPoisonQueue(message, raw, message.getPopReceipt());
      return;
    }
    Lease lease = Lease.keep(queue, message, renewal);
    boolean succeeded = run.run(text.get(), metadata(message, text.get()));
    String receipt = lease.end();
    if (succeeded) {
      queue.deleteMessage(message.getMessageId(), receipt);
    } else if (message.getDequeueCount() >= settings.maxDequeueCount()) {
      moveToPoisonQueue(message, raw, receipt);
    } else if (poison.isPresent()) {
      queue.updateMessage(message.getMessageId(), receipt, raw, settings.visibilityTimeout());
    }
  }

  /** The copy is a new message; the old one goes only when that is safe. */
  private void moveToPoisonQueue(QueueMessageItem message, String raw, String receipt) {
    poison.ifPresent(
        target -> {
          target.createIfNotExists();
          target.sendMessage(raw);
          queue.deleteMessage(message.getMessageId(), receipt);
        });
  }

  private Optional<String> decode(String raw) {
    if (settings.messageEncoding() == HostJson.MessageEncoding.NONE) {
      return Optional.of(raw);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(raw));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> metadata(QueueMessageItem message, String text) {
    Map<String, String> values = new HashMap<>();
    values.put("QueueTrigger", text);
    values.put("Id", message.getMessageId());
    values.put("PopReceipt", message.getPopReceipt());
    values.put("DequeueCount", Long.toString(message.getDequeueCount()));
    values.put("InsertionTime", quoted(message.getInsertionTime()));
    values.put("ExpirationTime", quoted(message.getExpirationTime()));
    values.put("NextVisibleTime", quoted(message.getTimeNextVisible()));
    JsonProperties.of(text).forEach((name, value) -> putAnyCase(values, name, value));
    return values;
  }

  /**
   * The host's metadata knows no case, so that a message's {@code id} takes the place of {@code
   * Id}.
   */
  private static void putAnyCase(Map<String, String> values, String name, String value) {
    String known = values.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    values.put(known, value);
  }

  /** Times reach the worker as JSON text, quotation marks included. */
  private static String quoted(OffsetDateTime time) {
    return '"' + time.toString() + '"';
  }
}
