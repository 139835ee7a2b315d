package io.quantumexecutor.faults;

import io.quantumexecutor.job.SettableClock;
import io.quantumexecutor.storage.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queues as the Functions host works them: a message that could not be handled is visible again
 * after 30 s, and after its fifth delivery it goes to the poison queue under a new id; one whose
 * handler died is visible again after 10 minutes.
 */
final class SimulatedQueues {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
  private static final Duration AFTER_CRASH = Duration.ofMinutes(10);
  private static final int MAX_DELIVERIES = 5;
  private static final String POISON = "-poison";

  private final SettableClock clock;
  private final Map<String, List<Message>> queues = new LinkedHashMap<>();
  private int ids;
  private int poisoned;

  SimulatedQueues(SettableClock clock) {
    this.clock = clock;
  }

  /** A message as it waits. */
  record Message(String queue, String id, String text, Instant visible, int deliveries) {}

  Messages queue(String name) {
    return new Messages() {
      @Override
      public void send(String text) {
        put(name, text, Duration.ZERO);
      }

      @Override
      public void send(String text, Duration delay) {
        put(name, text, delay);
      }
    };
  }

  void put(String queue, String text) {
    put(queue, text, Duration.ZERO);
  }

  private void put(String queue, String text, Duration delay) {
    waiting(queue).add(new Message(queue, "m" + ++ids, text, clock.instant().plus(delay), 0));
  }

  /** How many messages were given up by their handlers. */
  int poisoned() {
    return poisoned;
  }

  boolean isEmpty() {
    return queues.values().stream().allMatch(List::isEmpty);
  }

  /** When the next message is visible. */
  Optional<Message> next() {
    return queues.values().stream()
        .flatMap(List::stream)
        .min((a, b) -> a.visible().compareTo(b.visible()));
  }

  void handled(Message message) {
    waiting(message.queue()).remove(message);
  }

  void failed(Message message) {
    if (message.deliveries() + 1 < MAX_DELIVERIES) {
      again(message, AFTER_FAILURE);
      return;
    }
    handled(message);
    if (!message.queue().endsWith(POISON)) {
      poisoned++;
      put(message.queue() + POISON, message.text());
    } else {
      again(message, AFTER_CRASH);
    }
  }

  void crashed(Message message) {
    again(message, AFTER_CRASH);
  }

  private void again(Message message, Duration rest) {
    List<Message> queue = waiting(message.queue());
    queue.remove(message);
    queue.add(
        new Message(
            message.queue(),
            message.id(),
            message.text(),
            clock.instant().plus(rest),
            message.deliveries() + 1));
  }

  private List<Message> waiting(String queue) {
    return queues.computeIfAbsent(queue, any -> new ArrayList<>());
  }
}
