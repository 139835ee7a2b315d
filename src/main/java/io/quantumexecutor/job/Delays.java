package io.quantumexecutor.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubling, with up to a quarter taken off at random. */
public final class Delays {
  /** A message is sent again at most this long after the time before. */
  static final Duration LONGEST_RESEND = Duration.ofMinutes(30);

  /** A held job is tried at least this often; also the longest Retry-After we honour. */
  static final Duration LONGEST_HOLD = Duration.ofHours(1);

  private static final Duration FIRST_HOLD = Duration.ofSeconds(5);

  private final RandomGenerator random;
  private final Pace pace;

  public Delays(RandomGenerator random, Pace pace) {
    this.random = random;
    this.pace = pace;
  }

  Pace pace() {
    return pace;
  }

  /**
   * The delay before the next re-send.
   *
   * @param resends how many there were already
   */
  Duration resend(int resends) {
    return jittered(doubled(pace.firstResend(), resends, LONGEST_RESEND));
  }

  /**
   * The delay before the next attempt to submit.
   *
   * @param attempts how many there were already, at least 1
   */
  Duration hold(int attempts) {
    return jittered(doubled(FIRST_HOLD, attempts - 1, LONGEST_HOLD));
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    Duration doubled = first.multipliedBy(1L << Math.min(times, 20));
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }

  private Duration jittered(Duration delay) {
    return delay.minusMillis(random.nextLong(delay.toMillis() / 4 + 1));
  }
}
