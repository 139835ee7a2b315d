package io.quantumexecutor.api;

import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.OwnerCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many unfinished jobs an owner has: the last count, which a timer makes every minute, and what
 * this instance has accepted since. With n instances an owner may go beyond the limit by what the
 * others accepted in that minute.
 */
public final class ActiveJobRoom {
  private static final Duration FRESH = Duration.ofSeconds(10);

  /** A count is never older than this while the timer runs. */
  private static final Duration COUNTED = Duration.ofSeconds(75);

  private static final int MAX_OWNERS = 10_000;

  private final OwnerCounts counts;
  private final int most;
  private final InstantSource clock;
  private final Map<Owner, Seen> seen = new RecentlyUsed<>(MAX_OWNERS);

  /**
   * Room for jobs.
   *
   * @param most unfinished jobs that an owner may have
   */
  public ActiveJobRoom(OwnerCounts counts, int most, InstantSource clock) {
    this.counts = counts;
    this.most = most;
    this.clock = clock;
  }

  private static final class Seen {
    private final Deque<Instant> accepted = new ArrayDeque<>();
    private OwnerCounts.@Nullable Count count;
    private Instant at = Instant.MIN;
  }

  int most() {
    return most;
  }

  boolean isFull(Owner owner) {
    return active(owner) >= most;
  }

  synchronized int active(Owner owner) {
    Seen last = seen.computeIfAbsent(owner, any -> new Seen());
    Instant now = clock.instant();
    OwnerCounts.Count count = last.count;
    if (count == null || last.at.plus(FRESH).isBefore(now)) {
      count = counts.active(owner);
      last.count = count;
      last.at = now;
    }
    Instant known = later(count.at(), now.minus(COUNTED));
    while (!last.accepted.isEmpty() && last.accepted.peekFirst().isBefore(known)) {
      last.accepted.removeFirst();
    }
    return count.jobs() + last.accepted.size();
  }

  /** A job is being accepted, if there is room for it. */
  synchronized boolean tryTake(Owner owner) {
    boolean fits = !isFull(owner);
    if (fits) {
      take(owner);
    }
    return fits;
  }

  /** A job was accepted. */
  synchronized void take(Owner owner) {
    seen.computeIfAbsent(owner, any -> new Seen()).accepted.addLast(clock.instant());
  }

  /** It was not accepted after all. */
  synchronized void giveBack(Owner owner) {
    seen.computeIfAbsent(owner, any -> new Seen()).accepted.pollLast();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
