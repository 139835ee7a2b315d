package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Sweep;
import io.quantumexecutor.lifecycle.MemoryRanOut;
import io.quantumexecutor.lifecycle.keep.ExpireJobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the timer makes happen: acts on the rows that are due and looks at the watched jobs of every
 * partition whose sweep is due. One bad job or workspace never stops the rest; what does not fit
 * into the budget is left for the next tick.
 */
public final class PollJobs {
  private static final int ROWS = 1_000;
  private static final int SWEEPS = 100;
  private static final int EXPIRING = 100;

  /** A sweep that goes on has to find its place first, and must get on nevertheless. */
  private static final Duration MIN_SHARE = Duration.ofSeconds(10);

  private final ActiveJobs active;
  private final HandleDueJob dueRow;
  private final SweepPartition sweep;
  private final ExpireJobs expire;
  private final InstantSource clock;

  public PollJobs(
      ActiveJobs active,
      HandleDueJob dueRow,
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
   * @param looked watched jobs that were looked at
   * @param ended watched jobs that reached their end
   * @param oldestOverdue how late the most overdue of the work it found was; a result that could
   *     not be collected is overdue since the first try
   * @param troubles what went wrong, each named by job or workspace, without secrets
   */
  public record Report(
      int rows, int looked, int ended, Duration oldestOverdue, List<String> troubles) {
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
    Instant start = clock.instant();
    Tick tick = new Tick();
    List<ActiveJob> due = active.due(start, ROWS);
    List<Sweep> sweeps = new ArrayList<>(active.dueSweeps(start, SWEEPS));
    // Sweeps get at least half of the time.
    tick.rows(due, start.plus(budget.dividedBy(2)));
    sweeps.sort(Comparator.comparing(Sweep::due));
    tick.sweeps(sweeps, start.plus(budget));
    tick.expire(start.plus(budget));
    Instant oldest =
        Stream.of(
                due.stream().map(ActiveJob::due),
                sweeps.stream().map(Sweep::due),
                tick.tally.uncollectedSince().stream())
            .flatMap(times -> times)
            .min(Comparator.naturalOrder())
            .filter(start::isAfter)
            .orElse(start);
    return tick.report(Duration.between(oldest, start));
  }

  private final class Tick {
    private final TickTally tally = new TickTally();
    private int rows;

    void rows(List<ActiveJob> due, Instant stop) {
      for (ActiveJob row : due) {
        if (clock.instant().isAfter(stop)) {
          return;
        }
        rows++;
        guarded("job " + row.key().id(), () -> dueRow.act(row));
      }
    }

    /**
     * The longest overdue first, each with its share of the time that is left, or a little more.
     */
    void sweeps(List<Sweep> due, Instant stop) {
      for (int i = 0; i < due.size(); i++) {
        Instant now = clock.instant();
        if (now.isAfter(stop)) {
          return;
        }
        Sweep next = due.get(i);
        Duration share = Duration.between(now, stop).dividedBy(due.size() - i);
        Instant own = now.plus(share.compareTo(MIN_SHARE) < 0 ? MIN_SHARE : share);
        guarded("workspace " + next.partition(), () -> sweep.sweep(next, own, tally));
      }
    }

    void expire(Instant stop) {
      for (Expiring what : expire.due(EXPIRING)) {
        if (clock.instant().isAfter(stop)) {
          return;
        }
        guarded("expired job " + what.job().id(), () -> expire.remove(what));
      }
    }

    /** The boundary at which one piece of work fails alone. */
    void guarded(String name, Runnable work) {
      try {
        work.run();
      } catch (RuntimeException | StackOverflowError e) {
        if (MemoryRanOut.isIn(e)) {
          throw e;
        }
        tally.trouble(name + ": " + e);
      }
    }

    Report report(Duration oldestOverdue) {
      return new Report(
          rows, tally.howManyLooked(), tally.howManyEnded(), oldestOverdue, tally.troubles());
    }
  }
}
