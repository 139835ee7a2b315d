package io.quantumexecutor.job;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes job ids: 48 bits of milliseconds, then 74 random bits (UUID version 7, RFC 9562). */
public final class JobIds {
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * A source of ids.
   *
   * @param random must be unguessable in production: an id is part of the address of a result
   */
  public JobIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public JobId next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
    return new JobId(new UUID(high, low));
  }
}
