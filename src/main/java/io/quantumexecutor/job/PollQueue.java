package io.quantumexecutor.job;

/** Port: the queue {@code quantum-polls}. */
public interface PollQueue {
  /**
   * Has some instance look at a range of jobs; twice is harmless.
   *
   * @throws StorageTroubleException if it may not have been sent
   */
  void send(PollRange range);
}
