package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.OwnerCounts;
import io.quantumexecutor.job.StorageTroubleException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps the number of unfinished jobs of each owner, at most once a minute: the numbers lag behind
 * by about that much, and a limit held against them is approximate.
 */
public final class CountActiveJobs {
  private static final Duration MIN_INTERVAL = Duration.ofMinutes(1);

  /** Counting may take a twentieth of the time at most, however many rows there are. */
  private static final int SHARE = 20;

  private final OwnerCounts counts;
  private final InstantSource clock;
  private Instant due = Instant.MIN;

  public CountActiveJobs(OwnerCounts counts, InstantSource clock) {
    this.counts = counts;
    this.clock = clock;
  }

  /**
   * Counts if it is time to.
   *
   * @throws StorageTroubleException if that could not be done; the next call tries again
   */
  public synchronized void countIfDue() {
    Instant begin = clock.instant();
    if (begin.isBefore(due)) {
      return;
    }
    counts.recount(begin);
    Instant end = clock.instant();
    Duration rest = Duration.between(begin, end).multipliedBy(SHARE);
    due = end.plus(rest.compareTo(MIN_INTERVAL) > 0 ? rest : MIN_INTERVAL);
  }
}
