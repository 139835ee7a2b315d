package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.CollectTries;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.MemoryRanOut;
import io.quantumexecutor.lifecycle.watch.CheckProviderStatus.Found;
import io.quantumexecutor.workspace.ProviderStatus;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The boundary at which one job of a sweep fails alone, while a workspace in trouble ends the whole
 * sweep. It also notes when the jobs want to be looked at again.
 */
final class GuardedLook {
  private static final int MAX_CONSECUTIVE_TROUBLES = 5;
  private static final int THROTTLED = 429;

  private final CheckProviderStatus check;
  private final TickTally tally;
  private final InstantSource clock;
  private Duration interval = Backoff.MAX_LOOK_INTERVAL;
  private int troublesInARow;

  GuardedLook(CheckProviderStatus check, TickTally tally, InstantSource clock) {
    this.check = check;
    this.tally = tally;
    this.clock = clock;
  }

  /** By a word that a list showed and that is not final. */
  Found compare(ActiveJob row, String word) {
    return guarded(row, () -> check.compare(row, word));
  }

  /** By a call for this job alone. */
  Found ask(QuantumWorkspace workspace, ActiveJob row) {
    return guarded(row, () -> check.ask(workspace, row));
  }

  /** Ends a job whose workspace can never be opened again. */
  void unreachable(ActiveJob row, QuantumException why) {
    tally.trouble("job " + row.key().id() + ": " + why.getMessage());
    guarded(row, () -> check.unreachable(row, why));
  }

  /** When the youngest or most advanced of the jobs wants to be looked at again. */
  Duration interval() {
    return interval;
  }

  private interface Look {
    Found look();
  }

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
    tally.looked();
    if (found == Found.ENDED) {
      tally.ended();
    } else {
      wantsAgain(row, found);
    }
    return found;
  }

  private Found afterTrouble(ActiveJob row, QuantumException trouble) {
    boolean givenUp = check.givenUp(row, trouble);
    troublesInARow += givenUp ? 0 : 1;
    if (trouble.httpStatus() == THROTTLED || troublesInARow == MAX_CONSECUTIVE_TROUBLES) {
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
