package io.quantumexecutor.lifecycle.keep;

import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.ExpiringRows;
import io.quantumexecutor.job.JobStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Removes what has been kept long enough, a bounded number of steps at a time. */
public final class ExpireJobs {
  private final JobStore jobs;
  private final ExpiringRows expiring;
  private final DeleteJob delete;
  private final InstantSource clock;

  public ExpireJobs(JobStore jobs, ExpiringRows expiring, DeleteJob delete, InstantSource clock) {
    this.jobs = jobs;
    this.expiring = expiring;
    this.delete = delete;
    this.clock = clock;
  }

  /** What is due, the oldest first. */
  public List<Expiring> due(int limit) {
    return expiring.due(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), limit);
  }

  /** Removes one thing; its note goes last, so that a crash repeats the removal. */
  public void remove(Expiring what) {
    switch (what.kind()) {
      case JOB -> delete.expire(what.job());
      case TOMBSTONE -> jobs.removeTombstone(what.job());
      case KEY -> {
        String keyHash = what.keyHash();
        if (keyHash != null) {
          jobs.forgetKey(what.job(), keyHash);
        }
      }
    }
    expiring.remove(what);
  }
}
