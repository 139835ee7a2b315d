package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.StaleException;
import java.time.InstantSource;
import java.util.Optional;

/** Makes a lost active row again: a job that is not final must never be without. */
public final class RestoreRow {
  private final ActiveJobs active;
  private final InstantSource clock;

  public RestoreRow(ActiveJobs active, InstantSource clock) {
    this.active = active;
    this.clock = clock;
  }

  /** The row of a job. */
  ActiveJob of(Job job) {
    IdentityKey partition = job.summary().partition();
    Optional<ActiveJob> row = active.find(partition, job.key().id());
    if (row.isPresent()) {
      return row.get();
    }
    active.add(ActiveJob.accepted(partition, job.key(), clock.instant()));
    return active
        .find(partition, job.key().id())
        .orElseThrow(() -> new StaleException("the active row of job " + job.key().id()));
  }
}
