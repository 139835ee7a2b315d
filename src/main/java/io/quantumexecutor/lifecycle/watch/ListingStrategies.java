package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.IdentityKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What earlier sweeps of this instance have learned of the workspaces; forgotten after a while. */
final class ListingStrategies {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int MAX_PARTITIONS = 10_000;

  private final Map<IdentityKey, ListingStrategy> strategies = new ConcurrentHashMap<>();

  /** What was learned within the last hour, or that nothing is known. */
  ListingStrategy of(IdentityKey partition, Instant now) {
    ListingStrategy strategy = strategies.get(partition);
    return strategy == null || strategy.learned().plus(LIFE).isBefore(now)
        ? ListingStrategy.untried(now)
        : strategy;
  }

  /** Keeps what a sweep learned. */
  void learn(IdentityKey partition, ListingStrategy strategy) {
    if (strategies.size() >= MAX_PARTITIONS) {
      strategies.clear();
    }
    strategies.put(partition, strategy);
  }
}
