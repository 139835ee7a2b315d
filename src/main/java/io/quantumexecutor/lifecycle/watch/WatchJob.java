package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.RowChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hands a job that the provider has over to the sweeps of its partition. */
public final class WatchJob {
  /** How soon after submitting a sweep should look. */
  static final Duration FIRST_LOOK = Duration.ofSeconds(1);

  /** When the timer makes sure that a watched job has a sweep; only a safety net. */
  static final Duration SAFETY_NET = Duration.ofHours(1);

  private static final int MAX_PARTITIONS = 10_000;

  private final ActiveJobs active;
  private final RowChanges rows;
  private final InstantSource clock;

  /** When a partition's sweep was brought forward last, so that a flood does it once a second. */
  private final Map<String, Instant> broughtForward = new ConcurrentHashMap<>();

  public WatchJob(ActiveJobs active, InstantSource clock) {
    this.active = active;
    this.rows = new RowChanges(active);
    this.clock = clock;
  }

  public void watch(Job job, ActiveJob row) {
    Instant safetyNet = clock.instant().plus(SAFETY_NET);
    String known = job.progress().providerStatus();
    rows.change(row, latest -> latest.watched(safetyNet).withProviderStatus(known));
    // The clock is read after the write: a sweep brought forward before it is still to come.
    Instant now = clock.instant();
    Instant last = broughtForward.get(row.partition());
    if (last == null || !now.isBefore(last.plus(FIRST_LOOK)) || now.isBefore(last)) {
      active.bringForward(row.partition(), now.plus(FIRST_LOOK));
      if (broughtForward.size() >= MAX_PARTITIONS) {
        broughtForward.clear();
      }
      broughtForward.put(row.partition(), now);
    }
  }
}
