package io.quantumexecutor.lifecycle.collect;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.CollectTries;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.BusyException;
import io.quantumexecutor.lifecycle.MemoryRanOut;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The boundary at which collecting one result fails alone. What failed stands in the active row and
 * is tried again after a while; a job whose result cannot be collected fails in the end. One for
 * each process: large answers are decoded one at a time.
 */
public final class CollectAttempts {
  /** So many tries may fail in a row with the same error of ours. */
  static final int MAX_TRIES = 3;

  /** So often decoding an answer may end the process. */
  static final int MAX_DEATHS = 3;

  /** Trouble that others have may last so long. */
  static final Duration MAX_TROUBLE = Duration.ofDays(7);

  /** Decoding an answer of more bytes is noted before. */
  static final int LARGE = 1 << 20;

  /** Longer than decoding the largest answer takes. */
  private static final Duration DECODING = Duration.ofMinutes(5);

  private final RowChanges rows;
  private final JobLog log;
  private final Backoff backoff;
  private final WorkLedger ledger;
  private final InstantSource clock;
  private final Semaphore decodings = new Semaphore(1);

  public CollectAttempts(
      ActiveJobs active, JobLog log, Backoff backoff, WorkLedger ledger, InstantSource clock) {
    this.rows = new RowChanges(active);
    this.log = log;
    this.backoff = backoff;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes an attempt, unless the last one failed a moment ago.
   *
   * @param seen the provider's final report
   * @param work finds how the job ends; empty if that is not yet to be known
   * @return how the job ends; empty if it is looked at again
   * @throws QuantumException if the provider has trouble that may concern other jobs too
   */
  Optional<JobEnd> attempt(
      Job job, ActiveJob row, ProviderJob seen, Supplier<Optional<JobEnd>> work) {
    CollectTries before = row.collecting();
    if (before != null && before.isResting(clock.instant())) {
      return Optional.empty();
    }
    if (before != null && before.begun() >= MAX_DEATHS) {
      return givenUp(seen, "decoding the answer ended the process " + MAX_DEATHS + " times");
    }
    try {
      return work.get();
    } catch (StaleException e) {
      throw e; // Somebody else was quicker.
    } catch (RuntimeException | StackOverflowError e) {
      if (MemoryRanOut.isIn(e)) {
        throw e;
      }
      CollectTrouble trouble = CollectTrouble.of(e);
      if (isTooMuch(before, trouble)) {
        return givenUp(seen, trouble.reason());
      }
      later(job, row, trouble);
      if (trouble.isOfOthersToo()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Decodes an answer, with a note in the row that stays if decoding ends the process.
   *
   * @return empty if another one is being decoded or there is no memory for it now
   */
  Optional<JobEnd> decode(ActiveJob row, int bytes, Supplier<JobEnd> work) {
    if (bytes <= LARGE) {
      return Optional.of(work.get());
    }
    if (!decodings.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ledger.within(WorkCost.ofResult(bytes), () -> noted(row, work)));
    } catch (BusyException e) {
      return Optional.empty();
    } finally {
      decodings.release();
    }
  }

  private JobEnd noted(ActiveJob row, Supplier<JobEnd> work) {
    Instant now = clock.instant();
    CollectTries noted = CollectTries.begun(row.collecting(), now, now.plus(DECODING));
    ActiveJob begun = rows.change(row, latest -> latest.withCollecting(noted));
    JobEnd end = work.get();
    // Trouble with what comes now is no death of the process.
    rows.change(begun, latest -> latest.withCollecting(row.collecting()));
    return end;
  }

  private boolean isTooMuch(@Nullable CollectTries before, CollectTrouble trouble) {
    if (trouble.isOurs() && CollectTries.triesWith(before, trouble.code()) + 1 >= MAX_TRIES) {
      return true;
    }
    return before != null && clock.instant().isAfter(before.since().plus(MAX_TROUBLE));
  }

  private void later(Job job, ActiveJob row, CollectTrouble trouble) {
    CollectTries before = row.collecting();
    int tries = CollectTries.triesWith(before, trouble.code()) + 1;
    Duration own = trouble.isOurs() ? backoff.collect(tries) : backoff.hold(tries);
    Instant now = clock.instant();
    Instant next = now.plus(trouble.wait(own));
    CollectTries failed = CollectTries.failed(before, now, next, trouble.code(), trouble.reason());
    rows.change(row, latest -> latest.withCollecting(failed));
    log.notCollected(job, trouble.code());
  }

  private static Optional<JobEnd> givenUp(ProviderJob seen, String reason) {
    String why = "the result could not be collected: " + reason;
    return Optional.of(JobEnd.failed(seen.status(), Failure.of("collect-failed", why)));
  }
}
