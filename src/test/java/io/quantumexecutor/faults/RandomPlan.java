package io.quantumexecutor.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/**
 * Faults at random until a given time: a steady rate, and once a storm in which every call of one
 * service fails for ten minutes.
 */
final class RandomPlan implements FaultPlan {
  private static final double[] RATES = {0.002, 0.01, 0.03, 0.1, 0.3};
  private static final Duration STORM = Duration.ofMinutes(10);
  private static final Fault[] KINDS = {
    Fault.FAIL_BEFORE,
    Fault.FAIL_AFTER,
    Fault.THROTTLE,
    Fault.DUPLICATE,
    Fault.INTRUDE,
    Fault.INTRUDE,
    Fault.CRASH_BEFORE,
    Fault.CRASH_AFTER,
    Fault.UPGRADE
  };

  private final Random random;
  private final InstantSource clock;
  private final Instant end;
  private final Instant storm;
  private final boolean stormInStorage;
  private final double rate;

  RandomPlan(Random random, InstantSource clock, Duration lasts) {
    this.random = random;
    this.clock = clock;
    end = clock.instant().plus(lasts);
    storm = clock.instant().plusSeconds(random.nextLong(lasts.toSeconds()));
    stormInStorage = random.nextBoolean();
    rate = RATES[random.nextInt(RATES.length)];
  }

  @Override
  public Fault at(CallSite site, int write) {
    Instant now = clock.instant();
    if (now.isAfter(end)) {
      return Fault.NONE;
    }
    boolean azure = site.name().startsWith("azure");
    if (azure != stormInStorage && !now.isBefore(storm) && now.isBefore(storm.plus(STORM))) {
      return random.nextBoolean() ? Fault.FAIL_BEFORE : Fault.THROTTLE;
    }
    if (random.nextDouble() >= rate) {
      return Fault.NONE;
    }
    if (random.nextInt(20) == 0) {
      return Fault.DELAY;
    }
    Fault fault = KINDS[random.nextInt(KINDS.length)];
    // Our client never repeats a create: a second one would be the harness's doing.
    boolean once = fault == Fault.DUPLICATE && site.name().equals("azure create");
    return once ? Fault.FAIL_AFTER : fault;
  }
}
