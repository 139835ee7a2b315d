package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.JobSteps;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a message in the poison queue makes happen: the job goes back to due with a delay and fails
 * only after the third time; one that the provider has is adopted.
 */
public final class HandlePoisonMessage {
  private static final int MAX_BURIALS = 3;
  private static final Duration FIRST_REST = Duration.ofMinutes(5);

  private final JobPorts ports;
  private final RecordSubmitted record;
  private final JobSteps steps;
  private final RowChanges rows;
  private final InstantSource clock;

  public HandlePoisonMessage(JobPorts ports, RecordSubmitted record, JobSteps steps) {
    this.ports = ports;
    this.record = record;
    this.steps = steps;
    this.rows = new RowChanges(ports.active());
    this.clock = steps.clock();
  }

  /** What a burial led to. */
  public enum Outcome {
    UNKNOWN,
    /** The job was past the point at which burying matters. */
    LEFT_ALONE,
    ADOPTED,
    PUT_BACK,
    FAILED
  }

  /**
   * Handles a buried message.
   *
   * @throws StorageTroubleException if nothing could be stored: the message stays in the queue
   */
  public Outcome handle(JobKey key) {
    Optional<Job> found = ports.jobs().find(key);
    if (found.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    Job job = found.get();
    if (job.isFinal()) {
      steps.end().finish(job);
      return Outcome.LEFT_ALONE;
    }
    Optional<ActiveJob> row = ports.active().find(job.summary().partition(), key.id());
    if (job.isSubmitted() || row.isEmpty()) {
      return Outcome.LEFT_ALONE;
    }
    if (row.get().isResting(clock.instant())) {
      return Outcome.LEFT_ALONE; // the same message once more: one failure counts once
    }
    // A handler that holds the claim may be about to create the job.
    return job.isClaimed(clock.instant()) ? putBack(job, row.get()) : bury(job, row.get());
  }

  private Outcome bury(Job job, ActiveJob row) {
    try {
      if (job.wasClaimed()) {
        QuantumWorkspace workspace = ports.workspaces().open(row.partition(), job.key());
        Optional<ProviderJob> there = workspace.find(job.key().id());
        if (there.isPresent()) {
          record.record(job, row, there.get().status(), "found at the provider");
          return Outcome.ADOPTED;
        }
      }
    } catch (QuantumException e) {
      return putBack(job, row);
    }
    return row.burials() + 1 < MAX_BURIALS ? putBack(job, row) : fail(job, row);
  }

  private Outcome putBack(Job job, ActiveJob row) {
    Instant next = clock.instant().plus(FIRST_REST.multipliedBy(row.burials() + 1L));
    rows.change(row, latest -> latest.buried(next));
    ports.log().buried(job);
    return Outcome.PUT_BACK;
  }

  private Outcome fail(Job job, ActiveJob row) {
    ActiveJob.Hold hold = row.hold();
    String reason = hold == null ? "the message of the job failed several times" : hold.lastError();
    steps.end().end(job.ended(clock.instant(), JobEnd.failed(null, Failure.of("buried", reason))));
    return Outcome.FAILED;
  }
}
