package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.lifecycle.JobTiming;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Claims a job with one write on its record and has it submitted, unless it rests or is busy. */
public final class ClaimJob {
  private final JobStore jobs;
  private final RowChanges rows;
  private final SubmitToProvider attempt;
  private final JobTiming timing;
  private final InstantSource clock;

  public ClaimJob(
      JobStore jobs,
      ActiveJobs active,
      SubmitToProvider attempt,
      JobTiming timing,
      InstantSource clock) {
    this.jobs = jobs;
    this.rows = new RowChanges(active);
    this.attempt = attempt;
    this.timing = timing;
    this.clock = clock;
  }

  DispatchOutcome claim(Job job, ActiveJob row) {
    Instant now = clock.instant();
    if (row.hold() != null && now.isBefore(row.hold().until())) {
      return DispatchOutcome.HELD;
    }
    return job.isClaimed(now) && !isGivenBack(job, row) ? busy(job, row) : claimed(job, row, now);
  }

  /** Should the handler that has the claim be dead, the job is taken up when its claim ends. */
  private DispatchOutcome busy(Job job, ActiveJob row) {
    Instant claimEnds = Objects.requireNonNull(job.progress().claimUntil());
    if (row.due().isAfter(claimEnds)) {
      rows.change(row, latest -> latest.dueAt(claimEnds));
    }
    return DispatchOutcome.BUSY;
  }

  private DispatchOutcome claimed(Job job, ActiveJob row, Instant now) {
    Job claimed;
    try {
      claimed = jobs.update(job.claimed(now.plus(timing.claim())));
    } catch (StaleException e) {
      Optional<Job> latest = jobs.find(job.key());
      // A changed label must not cost the message.
      return latest.filter(found -> found.progress().equals(job.progress())).isPresent()
          ? claimed(latest.get(), row, now)
          : DispatchOutcome.BUSY;
    }
    return attempt.submit(claimed, row);
  }

  private static boolean isGivenBack(Job job, ActiveJob row) {
    return row.hold() != null && row.hold().attempt() == job.progress().attempt();
  }
}
