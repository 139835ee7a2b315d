package io.quantumexecutor.job;

/** Port: the queue {@code quantum-jobs}. */
public interface DispatchQueue {
  /**
   * Sends a message that holds the job's id and owner and nothing else.
   *
   * @throws StorageTroubleException if it may not have been sent
   */
  void send(JobKey key);

  /**
   * Sends a message of others again that could not be handled now; it arrives some minutes later.
   *
   * @throws StorageTroubleException if it may not have been sent
   */
  void putBack(String message);
}
