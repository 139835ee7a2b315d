package io.quantumexecutor.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What the timer makes happen: acts on the rows that are due and looks at the watched jobs of every
 * partition whose sweep is due. One bad job or workspace never stops the rest; what does not fit
 * into the budget is left for the next tick.
 */
public final class PollJobs {
  private static final int ROWS = 1_000;
  private static final int SWEEPS = 100;
  private static final int EXPIRING = 100;

  private final ActiveJobs active;
  private final DueRow dueRow;
  private final SweepPartition sweep;
  private final ExpireJobs expire;
  private final InstantSource clock;

  PollJobs(
      ActiveJobs active,
      DueRow dueRow,
      SweepPartition sweep,
      ExpireJobs expire,
      InstantSource clock) {
    this.active = active;
    this.dueRow = dueRow;
    this.sweep = sweep;
    this.expire = expire;
    this.clock = clock;
  }

  /**
   * What a tick did.
   *
   * @param rows rows that were due and were acted on
   * @param ended watched jobs that reached their end
   * @param troubles what went wrong, each named by job or workspace, without secrets
   */
  public record Report(int rows, int ended, List<String> troubles) {
    public Report {
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * One tick.
   *
   * @param budget no new piece of work is begun after that time
   * @throws StorageTroubleException if not even what is due could be read
   */
  public Report tick(Duration budget) {
    Tick tick = new Tick(clock.instant().plus(budget));
    active.due(clock.instant(), ROWS).forEach(tick::row);
    active.dueSweeps(clock.instant(), SWEEPS).forEach(tick::sweep);
    expire.due(EXPIRING).forEach(tick::expire);
    return new Report(tick.rows, tick.ended, tick.troubles);
  }

  /** The boundary at which one piece of work fails alone. */
  private final class Tick {
    private final Instant stop;
    private final List<String> troubles = new ArrayList<>();
    private int rows;
    private int ended;

    Tick(Instant stop) {
      this.stop = stop;
    }

    void row(ActiveJob row) {
      if (clock.instant().isAfter(stop)) {
        return;
      }
      rows++;
      try {
        dueRow.act(row);
      } catch (RuntimeException e) {
        troubles.add("job " + row.key().id() + ": " + e);
      }
    }

    void expire(Expiring what) {
      if (clock.instant().isAfter(stop)) {
        return;
      }
      try {
        expire.remove(what);
      } catch (RuntimeException e) {
        troubles.add("expired job " + what.job().id() + ": " + e);
      }
    }

    void sweep(Sweep due) {
      if (clock.instant().isAfter(stop)) {
        return;
      }
      try {
        ended += sweep.sweep(due, stop, troubles);
      } catch (RuntimeException e) {
        troubles.add("workspace " + due.partition() + ": " + e);
      }
    }
  }
}
