package io.quantumexecutor.local.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a timer fires. */
interface Schedule {
  /** The first time after the one given; empty when there is none. */
  Optional<Instant> next(Instant after);

  /**
   * Reads a timer's schedule: a time span such as {@code 00:00:02} or an NCRONTAB expression of six
   * or five fields, in UTC.
   *
   * @throws IllegalArgumentException for any other text, saying what is wrong
   */
  static Schedule parse(String text) {
    if (TimeSpan.matches(text)) {
      Duration interval = TimeSpan.parse(text);
      if (interval.isZero()) {
        throw new IllegalArgumentException("the time span " + text + " is zero");
      }
      return after -> Optional.of(after.plus(interval));
    }
    return Ncrontab.parse(text);
  }
}
