package io.quantumexecutor.lifecycle.keep;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Removes a finished job: active row, events that nobody has sent, mark (from then on the job reads
 * as absent), blobs, rows, active row. The active row comes first and goes last, so that a crash
 * anywhere in between leaves a row that the timer acts on.
 */
public final class DeleteJob {
  private static final int TRIES = 5;

  /** When the timer takes over from a handler that died. */
  private static final Duration TAKE_OVER = Duration.ofMinutes(1);

  private final JobPorts ports;
  private final DeliverEvents announce;
  private final RowChanges rows;
  private final InstantSource clock;

  public DeleteJob(JobPorts ports, DeliverEvents announce, InstantSource clock) {
    this.ports = ports;
    this.announce = announce;
    this.rows = new RowChanges(ports.active());
    this.clock = clock;
  }

  /** What a request to delete led to. */
  public enum Outcome {
    DELETED,
    /** The job has not ended: cancel it first. */
    UNFINISHED,
    /** There is no such job (any more). */
    UNKNOWN
  }

  /**
   * Deletes a job.
   *
   * @throws StorageTroubleException if it could not be finished now; the timer does what is left
   */
  public Outcome delete(JobKey key) {
    Optional<Job> found = ports.jobs().find(key);
    if (found.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (!found.get().isFinal()) {
      return Outcome.UNFINISHED;
    }
    String partition = found.get().summary().partition();
    ActiveJob intent = ActiveJob.deleting(partition, key, clock.instant().plus(TAKE_OVER));
    ports.active().add(intent);
    ports
        .active()
        .find(partition, key.id())
        .filter(row -> row.work() != ActiveJob.Work.DELETE)
        .ifPresent(row -> rows.change(row, latest -> latest.deleting(intent.due())));
    proceed(intent);
    return Outcome.DELETED;
  }

  /** Does what is left of a deletion whose active row is there. */
  public void proceed(ActiveJob intent) {
    for (int i = 0; !marked(intent.key()); i++) {
      if (i == TRIES) {
        throw new StaleException("job " + intent.key().id());
      }
    }
    // Who was finishing the job may have removed the row; of a marked job nobody begins to.
    ports.active().add(intent);
    removeMarked(intent.key());
    ports.active().remove(intent.partition(), intent.key().id());
  }

  /** Removes a job whose time is over, with its idempotency key. */
  void expire(JobKey key) {
    Optional<Job> job = ports.jobs().find(key);
    if (job.isPresent()) {
      String keyHash = job.get().summary().origin().keyHash();
      if (keyHash != null) {
        ports.jobs().forgetKey(key, keyHash);
      }
      ports.jobs().markDeleting(job.get());
      ports.active().remove(job.get().summary().partition(), key.id());
    }
    removeMarked(key);
  }

  /** Whether the job reads as absent now; false if others changed it meanwhile. */
  private boolean marked(JobKey key) {
    Optional<Job> job = ports.jobs().find(key);
    if (job.isEmpty()) {
      return true;
    }
    String keyHash = job.get().summary().origin().keyHash();
    if (keyHash != null) {
      ports.expiring().add(Expiring.key(key, keyHash, clock.instant()));
    }
    announce.send(job.get());
    try {
      ports.jobs().markDeleting(job.get());
      return true;
    } catch (StaleException e) {
      return false;
    }
  }

  private void removeMarked(JobKey key) {
    ports.payloads().delete(key);
    ports.jobs().remove(key);
  }
}
