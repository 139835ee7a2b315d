package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Sweep;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Looks at all watched jobs of one workspace. Moving the sweep's due time is the claim; nothing is
 * written for a job that did not change. A look that runs out of its time leaves a cursor in the
 * sweep, and the next tick goes on there.
 */
public final class SweepPartition {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final int OLDEST = 100;

  private final ActiveJobs active;
  private final QuantumWorkspaces workspaces;
  private final CheckProviderStatus look;
  private final Backoff backoff;
  private final InstantSource clock;
  private final ListingStrategies strategies = new ListingStrategies();

  public SweepPartition(
      ActiveJobs active,
      QuantumWorkspaces workspaces,
      CheckProviderStatus look,
      Backoff backoff,
      InstantSource clock) {
    this.active = active;
    this.workspaces = workspaces;
    this.look = look;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** One look, unless another instance takes it; the next one goes on where it stopped. */
  void sweep(Sweep due, Instant stop, TickTally tally) {
    Optional<Sweep> claimed = active.move(due, stop.plus(PAUSE), due.cursor());
    if (claimed.isEmpty()) {
      return;
    }
    WatchedRows rows = new WatchedRows(active, due);
    GuardedLook each = new GuardedLook(look, tally, clock);
    Duration next = PAUSE;
    try {
      learn(new SweepRun(rows, each, workspaces, new SweepTime(clock, stop)), due.partition());
      next = rows.cursor().isPresent() ? Duration.ZERO : backoff.jittered(interval(rows, each));
    } catch (QuantumException e) {
      next = pause(e);
      giveUpOldest(due.partition(), e, tally);
      throw e;
    } finally {
      leave(claimed.get(), next, rows.cursor());
    }
  }

  private void learn(SweepRun run, IdentityKey partition) {
    ListingStrategy known = strategies.of(partition, clock.instant());
    strategies.learn(partition, run.look(partition, known));
  }

  private static Duration interval(WatchedRows rows, GuardedLook each) {
    return rows.count() == 0 ? Backoff.IDLE : each.interval();
  }

  /** No job waits for ever for a workspace that does not let us in any more. */
  private void giveUpOldest(IdentityKey partition, QuantumException trouble, TickTally tally) {
    for (ActiveJob row : active.watched(partition, Optional.empty(), OLDEST).rows()) {
      if (!look.givenUp(row, trouble)) {
        return;
      }
      tally.ended();
    }
  }

  /** A sweep that was brought forward meanwhile stays so, but goes on where this one stopped. */
  private void leave(Sweep claimed, Duration next, Optional<String> cursor) {
    Instant due = clock.instant().plus(next);
    if (active.move(claimed, due, cursor.orElse(null)).isEmpty()) {
      active
          .sweepOf(claimed.partition())
          .ifPresent(latest -> active.move(latest, latest.due(), cursor.orElse(null)));
    }
  }

  private static Duration pause(QuantumException trouble) {
    Duration asked = trouble.retryAfter().orElse(PAUSE);
    Duration least = asked.compareTo(PAUSE) < 0 ? PAUSE : asked;
    return least.compareTo(Backoff.MAX_HOLD_DELAY) > 0 ? Backoff.MAX_HOLD_DELAY : least;
  }
}
