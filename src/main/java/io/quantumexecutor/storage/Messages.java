package io.quantumexecutor.storage;

import java.time.Duration;

/** The single calls to one queue. */
public interface Messages {
  /**
   * Sends a text as it is. May throw {@code StorageTroubleException}; then it may have been sent,
   * once or more often.
   */
  void send(String text);

  /** As {@link #send(String)}; nobody sees the message before that time is over. */
  void send(String text, Duration delay);
}
