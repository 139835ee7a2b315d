package io.quantumexecutor.job;

/** Port: the queue {@code quantum-jobs}. */
public interface DispatchQueue {
  /**
   * Sends a message that names the job and the trace of the work under way, and nothing else.
   *
   * @throws StorageTroubleException if it may not have been sent
   */
  void send(JobKey key);

  /**
   * Sends a drop again that could not be handled now; it arrives some minutes later.
   *
   * @throws StorageTroubleException if it may not have been sent
   */
  void putBack(QueueMessage.Drop drop);
}
