package io.quantumexecutor.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubling, with up to a quarter taken off at random. */
public final class Backoff {
  /** A message is sent again at most this long after the time before. */
  static final Duration MAX_RESEND_DELAY = Duration.ofMinutes(30);

  /** A held job is tried at least this often; also the longest Retry-After we honour. */
  public static final Duration MAX_HOLD_DELAY = Duration.ofHours(1);

  /** A job at the provider is looked at at least this often. */
  public static final Duration MAX_LOOK_INTERVAL = Duration.ofMinutes(5);

  /** A partition without jobs is looked at this often; a new job brings the look forward. */
  public static final Duration IDLE = Duration.ofMinutes(1);

  private static final Duration MAX_LOOK_INTERVAL_NEAR_THE_END = Duration.ofSeconds(15);
  private static final Duration MIN_LOOK_INTERVAL = Duration.ofSeconds(1);
  private static final Duration FIRST_CALL = Duration.ofSeconds(30);
  private static final Duration MAX_CALL = Duration.ofHours(1);
  private static final Duration FIRST_COLLECT = Duration.ofMinutes(1);
  private static final Duration FIRST_HOLD = Duration.ofSeconds(5);

  private final RandomGenerator random;
  private final JobTiming timing;

  public Backoff(RandomGenerator random, JobTiming timing) {
    this.random = random;
    this.timing = timing;
  }

  /**
   * The delay before the next re-send.
   *
   * @param resends how many there were already
   */
  public Duration resend(int resends) {
    return jittered(doubled(timing.firstResend(), resends, MAX_RESEND_DELAY));
  }

  /**
   * The delay before the next attempt to submit.
   *
   * @param attempts how many there were already, at least 1
   */
  public Duration hold(int attempts) {
    return jittered(doubled(FIRST_HOLD, attempts - 1, MAX_HOLD_DELAY));
  }

  /**
   * The delay before the next try to collect a result, after trouble that is likely to come again.
   *
   * @param tries how many failed already, at least 1
   */
  public Duration collect(int tries) {
    return jittered(doubled(FIRST_COLLECT, tries - 1, MAX_HOLD_DELAY));
  }

  /**
   * The delay before a receiver is called again.
   *
   * @param calls how often it was called already
   */
  public Duration callback(int calls) {
    return jittered(doubled(FIRST_CALL, calls, MAX_CALL));
  }

  /**
   * The delay before the next look at a job, without jitter: a twentieth of its age.
   *
   * @param nearItsEnd whether it runs already, or ought to be over
   */
  public static Duration look(Duration age, boolean nearItsEnd) {
    Duration longest = nearItsEnd ? MAX_LOOK_INTERVAL_NEAR_THE_END : MAX_LOOK_INTERVAL;
    Duration own = age.dividedBy(20);
    Duration least = own.compareTo(MIN_LOOK_INTERVAL) < 0 ? MIN_LOOK_INTERVAL : own;
    return least.compareTo(longest) > 0 ? longest : least;
  }

  /** The delay before a look at that time; never none. */
  public static Duration lookAt(Instant time, Instant now) {
    Duration wait = Duration.between(now, time);
    return wait.compareTo(MIN_LOOK_INTERVAL) < 0 ? MIN_LOOK_INTERVAL : wait;
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    Duration doubled = first.multipliedBy(1L << Math.min(times, 20));
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }

  /** A delay with up to a quarter taken off. */
  public Duration jittered(Duration delay) {
    return delay.minusMillis(random.nextLong(delay.toMillis() / 4 + 1));
  }
}
