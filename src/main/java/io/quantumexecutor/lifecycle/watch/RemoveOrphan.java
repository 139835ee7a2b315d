package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.ExpiringRows;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.lifecycle.JobTiming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Removes an active row without a job, once the request that made it cannot be under way. */
public final class RemoveOrphan {
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final JobStore jobs;
  private final ActiveJobs active;
  private final ExpiringRows expiring;
  private final RowChanges rows;
  private final JobTiming timing;
  private final InstantSource clock;

  public RemoveOrphan(
      JobStore jobs,
      ActiveJobs active,
      ExpiringRows expiring,
      JobTiming timing,
      InstantSource clock) {
    this.jobs = jobs;
    this.active = active;
    this.expiring = expiring;
    this.rows = new RowChanges(active);
    this.timing = timing;
    this.clock = clock;
  }

  /** The tombstone turns a submit that was merely slow into one that fails and says so. */
  void remove(ActiveJob row) {
    Instant now = clock.instant();
    if (now.isBefore(row.key().id().madeAt().plus(GRACE))) {
      rows.change(row, latest -> latest.dueAt(now.plus(timing.firstResend())));
      return;
    }
    expiring.add(Expiring.tombstone(row.key(), now));
    if (jobs.tombstone(row.key())) {
      active.remove(row.partition(), row.key().id());
    }
  }
}
