package io.quantumexecutor.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The system's clock, which a test can put forward or stop. */
final class ShiftedClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;
  private volatile @Nullable Instant stoppedAt;

  @Override
  public Instant instant() {
    Instant stopped = stoppedAt;
    return stopped == null ? InstantSource.system().instant().plus(ahead) : stopped;
  }

  void forward(Duration step) {
    ahead = ahead.plus(step);
  }

  /** Time stands still until {@link #go}. */
  void stop() {
    stoppedAt = instant();
  }

  void go() {
    stoppedAt = null;
  }
}
