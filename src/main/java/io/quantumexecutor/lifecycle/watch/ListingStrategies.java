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

  /** Whether the service's filter by state can be trusted in a workspace. */
  enum StateFilter {
    UNTRIED,
    WORKS,
    /** It is refused, or lets finished jobs through, or hides unfinished ones. */
    BROKEN
  }

  /** Which kind of look is the cheaper one. */
  enum Cheaper {
    LIST,
    SINGLE_CALLS
  }

  record ListingStrategy(Instant learned, StateFilter filter, Cheaper cheaper) {}

  ListingStrategy of(IdentityKey partition, Instant now) {
    ListingStrategy strategy = strategies.get(partition);
    return strategy == null || strategy.learned().plus(LIFE).isBefore(now)
        ? new ListingStrategy(now, StateFilter.UNTRIED, Cheaper.LIST)
        : strategy;
  }

  void learn(IdentityKey partition, ListingStrategy strategy) {
    if (strategies.size() >= MAX_PARTITIONS) {
      strategies.clear();
    }
    strategies.put(partition, strategy);
  }
}
