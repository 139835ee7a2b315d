package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.workspace.QuantumException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps a job that could not be submitted now, or ends it when waiting is of no use. Known trouble
 * never burns deliveries of the message: what is to be done and why stands in the active row.
 */
public final class HoldJob {
  /** Role changes take up to an hour (Azure Quantum documentation, "Manage workspace access"). */
  private static final Duration MAX_DENIAL = Duration.ofHours(1);

  /** After so long without a word from the provider even a job that may be there is given up. */
  private static final Duration MAX_SILENCE = Duration.ofDays(7);

  private final RowChanges rows;
  private final EndJob end;
  private final JobLog log;
  private final Backoff backoff;
  private final InstantSource clock;

  public HoldJob(ActiveJobs active, EndJob end, JobLog log, Backoff backoff, InstantSource clock) {
    this.rows = new RowChanges(active);
    this.end = end;
    this.log = log;
    this.backoff = backoff;
    this.clock = clock;
  }

  DispatchOutcome afterTrouble(Job job, ActiveJob row, QuantumException trouble) {
    boolean forGood =
        switch (trouble.kind()) {
          case REJECTED -> true;
          case DENIED -> deniedTooLong(row, trouble);
          case TRY_LATER -> isTooLate(job, Duration.ZERO);
          case UNCERTAIN -> isTooLate(job, MAX_SILENCE);
        };
    if (forGood) {
      return fail(job, Failure.of(trouble.code(), trouble.getMessage()));
    }
    Duration own = backoff.hold(job.progress().attempt());
    Duration asked = trouble.retryAfter().orElse(own);
    Duration wait = asked.compareTo(Backoff.MAX_HOLD_DELAY) > 0 ? Backoff.MAX_HOLD_DELAY : asked;
    return hold(job, row, trouble.code(), trouble.getMessage(), wait);
  }

  /** Holds for a reason that is ours; the job is kept however long it takes. */
  DispatchOutcome hold(Job job, ActiveJob row, String code, String message) {
    return hold(job, row, code, message, backoff.hold(job.progress().attempt()));
  }

  DispatchOutcome fail(Job job, Failure failure) {
    end.end(job.ended(clock.instant(), JobEnd.failed(null, failure)));
    return DispatchOutcome.FAILED;
  }

  private DispatchOutcome hold(Job job, ActiveJob row, String code, String message, Duration wait) {
    Instant now = clock.instant();
    ActiveJob.Hold before = row.hold();
    Instant since = before != null && before.code().equals(code) ? before.since() : now;
    int attempt = job.progress().attempt();
    ActiveJob.Hold hold = new ActiveJob.Hold(since, now.plus(wait), attempt, code, message);
    rows.change(row, latest -> latest.held(hold));
    log.held(job, code);
    return DispatchOutcome.HELD;
  }

  private boolean isTooLate(Job job, Duration grace) {
    return clock.instant().isAfter(job.summary().holdUntil().plus(grace));
  }

  private boolean deniedTooLong(ActiveJob row, QuantumException trouble) {
    ActiveJob.Hold hold = row.hold();
    return hold != null
        && hold.code().equals(trouble.code())
        && clock.instant().isAfter(hold.since().plus(MAX_DENIAL));
  }
}
