package io.quantumexecutor.local.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise. */
final class ProviderClock implements InstantSource {
  private static final Instant START = Instant.parse("2026-08-21T10:00:00.1234567Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void reset() {
    now = START;
  }

  void advance(Duration step) {
    now = now.plus(step);
  }
}
