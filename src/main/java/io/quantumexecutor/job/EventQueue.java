package io.quantumexecutor.job;

/** Port: the queue {@code quantum-job-events}. */
@FunctionalInterface
public interface EventQueue {
  /**
   * Sends an event.
   *
   * @param event a CloudEvents 1.0 message in structured JSON
   * @throws StorageTroubleException if it may not have been sent
   */
  void send(String event);
}
