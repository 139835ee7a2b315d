package io.quantumexecutor.storage;

/** The single calls to one queue. */
public interface Messages {
  /**
   * Sends a text as it is. May throw {@code StorageTroubleException}; then it may have been sent,
   * once or more often.
   */
  void send(String text);
}
