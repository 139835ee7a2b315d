package io.quantumexecutor.lifecycle.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of a sweep. It has stops on the way, each at half of what is left: there the jobs that
 * the list has passed over are asked for alone before it is read on, so that a sweep whose time is
 * too short for all jobs gets on nevertheless.
 */
final class SweepTime {
  private final InstantSource clock;
  private final Instant end;
  private Instant halt;

  SweepTime(InstantSource clock, Instant end) {
    this.clock = clock;
    this.end = end;
    this.halt = halfway();
  }

  Instant now() {
    return clock.instant();
  }

  /** Whether nothing new is to be begun. */
  boolean isOver() {
    return now().isAfter(end);
  }

  /**
   * Whether the list may be read on.
   *
   * @param passedOver whether it has passed over jobs that still wait
   */
  boolean allowsReading(boolean passedOver) {
    if (now().isBefore(halt)) {
      return true;
    }
    if (passedOver || isOver()) {
      return false;
    }
    halt = halfway();
    return true;
  }

  private Instant halfway() {
    Instant now = now();
    return now.plus(Duration.between(now, end).dividedBy(2));
  }
}
