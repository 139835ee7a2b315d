package io.quantumexecutor.lifecycle;

import java.time.Duration;

/**
 * How soon a job is taken up again after its handler died, and how long it is kept.
 *
 * @param claim how long a handler has a job to itself; longer than submitting one takes
 * @param firstResend when the message of an accepted job is sent again for the first time
 * @param retention how long a finished job and its result are kept
 */
public record JobTiming(Duration claim, Duration firstResend, Duration retention) {
  /** 5 minutes, 60 seconds and 90 days. */
  public static final JobTiming DEFAULT =
      new JobTiming(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofDays(90));

  /**
   * How much of a claim must be left when a job is created: more than a create call may take (2
   * minutes), so that no call of ours is still under way when the next handler asks the provider.
   */
  public Duration margin() {
    return claim.dividedBy(2);
  }
}
