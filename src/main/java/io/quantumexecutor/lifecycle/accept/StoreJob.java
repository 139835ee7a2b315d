package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobStore.Acceptance;
import io.quantumexecutor.job.JobStore.KnownKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.JobTiming;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new job down: the active row first, then the record. An idempotency key that is taken
 * leads to the job that has it.
 */
public final class StoreJob {
  private final JobStore jobs;
  private final ActiveJobs active;
  private final JobLog log;
  private final JobTiming timing;
  private final InstantSource clock;

  public StoreJob(
      JobStore jobs, ActiveJobs active, JobLog log, JobTiming timing, InstantSource clock) {
    this.jobs = jobs;
    this.active = active;
    this.log = log;
    this.timing = timing;
    this.clock = clock;
  }

  /**
   * Stores a job.
   *
   * @param write writes the record
   * @param then what is done once it is stored
   */
  AcceptOutcome store(
      Job job, @Nullable IdempotencyKey key, Supplier<Acceptance> write, UnaryOperator<Job> then) {
    addRow(job);
    Acceptance acceptance = write.get();
    if (acceptance instanceof Acceptance.Stored stored) {
      log.changed(stored.job());
      return new AcceptOutcome.JobAccepted(then.apply(stored.job()), false);
    }
    if (acceptance instanceof Acceptance.KeyTaken taken && key != null) {
      active.remove(job.summary().partition(), job.key().id());
      return replay(job.key().owner(), taken.known(), key);
    }
    if (acceptance instanceof Acceptance.Barred) {
      return new AcceptOutcome.TooSlow();
    }
    throw new IllegalStateException("unknown acceptance " + acceptance.getClass());
  }

  /** What the earlier request with that key led to; empty if there was none. */
  Optional<AcceptOutcome> replayOf(Owner owner, @Nullable IdempotencyKey key) {
    return key == null
        ? Optional.empty()
        : jobs.known(owner, key.keyHash()).map(known -> replay(owner, known, key));
  }

  private AcceptOutcome replay(Owner owner, KnownKey known, IdempotencyKey key) {
    if (!known.fingerprint().equals(key.fingerprint())) {
      return new AcceptOutcome.KeyReused();
    }
    Optional<Job> job = jobs.find(new JobKey(owner, known.job()));
    if (job.isEmpty()) {
      return new AcceptOutcome.Deleted();
    }
    if (!job.get().isFinal()) {
      addRow(job.get());
    }
    return new AcceptOutcome.JobAccepted(job.get(), true);
  }

  private void addRow(Job job) {
    active.add(
        ActiveJob.accepted(
            job.summary().partition(), job.key(), clock.instant().plus(timing.firstResend())));
  }
}
