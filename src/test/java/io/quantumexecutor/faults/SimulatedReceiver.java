package io.quantumexecutor.faults;

import io.quantumexecutor.storage.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What listens to a deployment and outlives it: the queue of events, and a receiver of callbacks.
 */
final class SimulatedReceiver implements Messages {
  private final List<String> events = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  /** An event was sent to the queue. */
  @Override
  public void send(String event) {
    events.add(event);
  }

  @Override
  public void send(String event, Duration delay) {
    send(event);
  }

  /** The receiver was called with an event. */
  void take(String event) {
    if (!events.contains(event)) {
      throw new AssertionError("called before the event was sent: " + event);
    }
    calls.add(event);
  }

  List<String> events() {
    return List.copyOf(events);
  }

  List<String> calls() {
    return List.copyOf(calls);
  }
}
