package io.quantumexecutor.api;

import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * A token bucket for each owner, in this instance alone: with n instances an owner may make n times
 * as many requests. A bucket holds one minute's requests and refills steadily.
 */
public final class RateLimit {
  private static final double WINDOW_SECONDS = 60;

  /** The owner who is forgotten was away longest: the bucket is full by now, or nearly so. */
  private static final int MAX_OWNERS = 10_000;

  private final int perMinute;
  private final InstantSource clock;
  private final Map<Owner, Bucket> buckets = new RecentlyUsed<>(MAX_OWNERS);

  /**
   * @param perMinute requests of one owner in a minute, at least 1
   */
  public RateLimit(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  private record Bucket(double tokens, Instant at) {}

  /**
   * What is left after a request was counted.
   *
   * @param allowed whether this one may go on
   * @param remaining requests that could follow at once
   * @param untilNext until the next one may be made; zero while there are some left
   */
  record State(boolean allowed, int remaining, Duration untilNext) {}

  /** Counts a request. */
  synchronized State take(Owner owner) {
    Instant now = clock.instant();
    Bucket before = buckets.getOrDefault(owner, new Bucket(perMinute, now));
    double elapsed = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
    double tokens = Math.min(perMinute, before.tokens() + elapsed * perMinute / WINDOW_SECONDS);
    boolean allowed = tokens >= 1;
    double left = allowed ? tokens - 1 : tokens;
    buckets.put(owner, new Bucket(left, now));
    double missing = Math.max(0, 1 - left);
    return new State(allowed, (int) left, Duration.ofSeconds(seconds(missing)));
  }

  private long seconds(double tokens) {
    return (long) Math.ceil(tokens * WINDOW_SECONDS / perMinute);
  }

  /** The header fields of draft-ietf-httpapi-ratelimit-headers. */
  ApiResponse describe(ApiResponse response, State state) {
    return response
        .with("RateLimit-Policy", "\"requests\";q=" + perMinute + ";w=" + (int) WINDOW_SECONDS)
        .with(
            "RateLimit",
            "\"requests\";r=" + state.remaining() + ";t=" + state.untilNext().toSeconds());
  }
}
