package io.quantumexecutor.job;

import java.time.Duration;

/**
 * How soon a job is taken up again after its handler died.
 *
 * @param claim how long a handler has a job to itself; longer than submitting one takes
 * @param firstResend when the message of an accepted job is sent again for the first time
 */
public record Pace(Duration claim, Duration firstResend) {
  /** 3 minutes and 60 seconds. */
  public static final Pace DEFAULT = new Pace(Duration.ofMinutes(3), Duration.ofSeconds(60));
}
