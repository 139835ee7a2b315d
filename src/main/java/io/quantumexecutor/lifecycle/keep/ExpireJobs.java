package io.quantumexecutor.lifecycle.keep;

import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.lifecycle.JobPorts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Removes what has been kept long enough, a bounded number of steps at a time. */
public final class ExpireJobs {
  private final JobPorts ports;
  private final DeleteJob delete;
  private final InstantSource clock;

  public ExpireJobs(JobPorts ports, DeleteJob delete, InstantSource clock) {
    this.ports = ports;
    this.delete = delete;
    this.clock = clock;
  }

  /** What is due, the oldest first. */
  public List<Expiring> due(int limit) {
    return ports.expiring().due(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), limit);
  }

  /** Removes one thing; its note goes last, so that a crash repeats the removal. */
  public void remove(Expiring what) {
    switch (what.kind()) {
      case JOB -> delete.expire(what.job());
      case TOMBSTONE -> ports.jobs().removeTombstone(what.job());
      case KEY -> {
        String keyHash = what.keyHash();
        if (keyHash != null) {
          ports.jobs().forgetKey(what.job(), keyHash);
        }
      }
    }
    ports.expiring().remove(what);
  }
}
