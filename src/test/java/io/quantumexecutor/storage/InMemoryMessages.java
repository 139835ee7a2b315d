package io.quantumexecutor.storage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A queue in memory that remembers what was sent. */
public final class InMemoryMessages implements Messages {
  private static final int MAX_BYTES = 64 * 1024;

  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Override
  public void send(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException("the message is too large");
    }
    sent.add(text);
  }

  @Override
  public void send(String text, Duration delay) {
    send(text);
  }

  public List<String> sent() {
    return List.copyOf(sent);
  }
}
