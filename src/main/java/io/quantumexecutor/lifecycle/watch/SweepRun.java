package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.CollectTries;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Sweep;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.MemoryRanOut;
import io.quantumexecutor.lifecycle.watch.CheckProviderStatus.Found;
import io.quantumexecutor.lifecycle.watch.ListingStrategies.Cheaper;
import io.quantumexecutor.lifecycle.watch.ListingStrategies.ListingStrategy;
import io.quantumexecutor.workspace.ProviderStatus;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One look at the watched jobs of a workspace, as far as the time allows. A bounded number of rows
 * is in memory at any time, however many there are.
 */
final class SweepRun {
  private static final int PAGE = 500;

  /** Jobs that the list did not show where they belong; they may come later in it. */
  private static final int MAX_LATE = 1_000;

  /** Up to here one call for each job is cheaper than reading pages of other people's jobs. */
  private static final int FEW = 3;

  private static final int MAX_CONSECUTIVE_TROUBLES = 5;

  private final ActiveJobs active;
  private final QuantumWorkspaces workspaces;
  private final CheckProviderStatus look;
  private final InstantSource clock;
  private final Tally tally;
  private final List<ActiveJob> late = new ArrayList<>();
  private @Nullable ProviderListing listing;
  private @Nullable String cursor;
  private Duration interval = Backoff.MAX_LOOK_INTERVAL;
  private long rows;

  /** Reading more pages than there are jobs is never worth it. */
  private long patience;

  private int troublesInARow;

  SweepRun(
      ActiveJobs active,
      QuantumWorkspaces workspaces,
      CheckProviderStatus look,
      InstantSource clock,
      Tally tally) {
    this.active = active;
    this.workspaces = workspaces;
    this.look = look;
    this.clock = clock;
    this.tally = tally;
  }

  /** Counts what a tick did. */
  static final class Tally {
    private static final int MAX_TROUBLES = 100;
    private final List<String> troubles = new ArrayList<>();
    int looked;
    int ended;

    /** Since when the result of the one that waits longest could not be collected. */
    @Nullable Instant uncollectedSince;

    void uncollected(ActiveJob row) {
      CollectTries tries = row.collecting();
      if (tries != null && (uncollectedSince == null || tries.since().isBefore(uncollectedSince))) {
        uncollectedSince = tries.since();
      }
    }

    void trouble(String what) {
      if (troubles.size() < MAX_TROUBLES) {
        troubles.add(what);
      }
    }

    List<String> troubles() {
      return troubles;
    }
  }

  /**
   * Looks from the sweep's cursor on until the jobs or the time are over.
   *
   * @return what was learned of the workspace
   * @throws QuantumException if the workspace cannot be asked at the moment
   */
  ListingStrategy look(Sweep sweep, ListingStrategy strategy, Instant stop) {
    cursor = sweep.cursor();
    Optional<String> next = Optional.ofNullable(cursor);
    do {
      ActiveJobs.Page page = active.watched(sweep.partition(), next, PAGE);
      if (!page.rows().isEmpty() && !page(sweep, page.rows(), strategy, stop)) {
        return learned(sweep, strategy);
      }
      next = page.cursor();
      cursor = next.orElse(null);
    } while (next.isPresent());
    lateOnes(sweep.partition());
    return learned(sweep, strategy);
  }

  /** Where to go on; empty if all were looked at. */
  Optional<String> cursor() {
    return Optional.ofNullable(cursor);
  }

  /** When the youngest or most advanced of the jobs wants to be looked at again. */
  Duration interval() {
    return rows == 0 ? Backoff.IDLE : interval;
  }

  /** Which kind of look is cheaper shows only in a look at all jobs. */
  private ListingStrategy learned(Sweep sweep, ListingStrategy strategy) {
    if (listing == null) {
      return strategy;
    }
    boolean whole = sweep.cursor() == null && cursor == null;
    Cheaper cheaper = whole ? listing.cheaperFor(rows) : strategy.cheaper();
    return new ListingStrategy(clock.instant(), listing.filter(), cheaper);
  }

  /** False if the time ended within the page. */
  private boolean page(Sweep sweep, List<ActiveJob> page, ListingStrategy strategy, Instant stop) {
    Optional<QuantumWorkspace> opened = open(sweep.partition(), page);
    if (opened.isEmpty()) {
      return true;
    }
    QuantumWorkspace workspace = opened.get();
    begin(workspace, page, strategy, sweep.cursor() != null);
    patience = rows + page.size();
    for (ActiveJob row : page) {
      if (clock.instant().isAfter(stop)) {
        lateOnes(sweep.partition());
        return false;
      }
      rows++;
      job(workspace, row);
      cursor = row.key().id().toString();
    }
    return true;
  }

  /** By the first job that still can be reached; those that never can again are ended. */
  private Optional<QuantumWorkspace> open(IdentityKey partition, List<ActiveJob> page) {
    for (ActiveJob row : page) {
      try {
        return Optional.of(workspaces.open(partition, row.key()));
      } catch (QuantumException e) {
        if (e.kind() != QuantumException.Kind.REJECTED) {
          throw e;
        }
        tally.trouble("job " + row.key().id() + ": " + e.getMessage());
        guarded(row, () -> look.unreachable(row, e));
      }
    }
    return Optional.empty();
  }

  private void begin(
      QuantumWorkspace workspace,
      List<ActiveJob> page,
      ListingStrategy strategy,
      boolean inTheMiddle) {
    boolean worthIt = page.size() > FEW && strategy.cheaper() == Cheaper.LIST;
    if (listing == null && worthIt) {
      JobId oldest = page.get(0).key().id();
      listing = new ProviderListing(workspace, oldest, strategy.filter());
      if (inTheMiddle) {
        listing.startAt(oldest);
      }
    }
  }

  private void job(QuantumWorkspace workspace, ActiveJob row) {
    if (listing == null) {
      guarded(row, () -> look.ask(workspace, row));
      return;
    }
    Optional<String> word = listing.statusOf(row.key().id(), patience);
    if (word.isEmpty() && late.size() < MAX_LATE) {
      late.add(row);
    } else {
      listedOrAlone(workspace, row, word);
    }
  }

  private void lateOnes(IdentityKey partition) {
    if (listing == null || late.isEmpty()) {
      return;
    }
    QuantumWorkspace workspace = workspaces.open(partition, late.get(0).key());
    long atMost = Math.min(patience, listing.pages() + (long) late.size());
    for (ActiveJob row : late) {
      listedOrAlone(workspace, row, listing.lateStatusOf(row.key().id(), atMost));
    }
    late.clear();
  }

  private void listedOrAlone(QuantumWorkspace workspace, ActiveJob row, Optional<String> word) {
    Optional<String> unfinished = word.filter(it -> !isOver(it));
    if (unfinished.isPresent()) {
      guarded(row, () -> look.compare(row, unfinished.get()));
      return;
    }
    Found found = guarded(row, () -> look.ask(workspace, row));
    if (word.isEmpty() && found == Found.UNFINISHED && listing != null) {
      listing.missedUnfinished();
    }
  }

  private static boolean isOver(String word) {
    return ProviderStatus.meaning(word).map(JobStatus::isFinal).orElse(false);
  }

  private interface Look {
    Found look();
  }

  /** The boundary at which one job fails alone; a workspace in trouble ends the run. */
  private Found guarded(ActiveJob row, Look work) {
    Found found = Found.MISSING;
    try {
      found = work.look();
      troublesInARow = 0;
    } catch (QuantumException e) {
      found = afterTrouble(row, e);
    } catch (RuntimeException | StackOverflowError e) {
      if (MemoryRanOut.isIn(e)) {
        throw e;
      }
      tally.trouble("job " + row.key().id() + ": " + e);
    }
    tally.uncollected(row);
    tally.looked++;
    if (found == Found.ENDED) {
      tally.ended++;
    } else {
      wantsAgain(row, found);
    }
    return found;
  }

  private Found afterTrouble(ActiveJob row, QuantumException trouble) {
    boolean givenUp = look.givenUp(row, trouble);
    troublesInARow += givenUp ? 0 : 1;
    if (trouble.httpStatus() == 429 || troublesInARow == MAX_CONSECUTIVE_TROUBLES) {
      throw trouble;
    }
    tally.trouble("job " + row.key().id() + ": " + trouble);
    return givenUp ? Found.ENDED : Found.MISSING;
  }

  private void wantsAgain(ActiveJob row, Found found) {
    Instant now = clock.instant();
    Duration age = Duration.between(row.key().id().madeAt(), now);
    CollectTries tries = row.collecting();
    Duration own =
        found == Found.RESTING && tries != null
            ? Backoff.lookAt(tries.until(), now)
            : Backoff.look(age, isNearItsEnd(row) || found == Found.MISSING);
    interval = own.compareTo(interval) < 0 ? own : interval;
  }

  private static boolean isNearItsEnd(ActiveJob row) {
    String seen = row.watch().seen();
    return seen != null
        && ProviderStatus.meaning(seen).filter(it -> it != JobStatus.QUEUED).isPresent();
  }
}
