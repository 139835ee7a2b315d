package io.quantumexecutor.lifecycle.keep;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.workspace.QuantumException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes name, tags and priority of a job. A priority that the provider has to know goes there
 * first: a crash before our own record is written leaves a request that was not answered.
 */
public final class ChangeJob {
  private static final int TRIES = 5;

  private final JobPorts ports;
  private final InstantSource clock;

  public ChangeJob(JobPorts ports, InstantSource clock) {
    this.ports = ports;
    this.clock = clock;
  }

  /** What became of a change. */
  public sealed interface Outcome {
    /** Stored; the job as it is now. */
    record Changed(Job job) implements Outcome {}

    /** There is no such job. */
    record Unknown() implements Outcome {}

    /** The priority of a job that has ended cannot change; nothing was changed. */
    record Ended(JobStatus status) implements Outcome {}

    /** It is being submitted, and with which priority is not to be changed now. */
    record BeingSubmitted(Duration retryAfter) implements Outcome {}
  }

  /**
   * Changes a job.
   *
   * @throws QuantumException if the provider does not take the new priority; nothing was stored
   */
  public Outcome change(JobKey key, JobChange change) {
    for (int i = 0; ; i++) {
      Optional<Job> job = ports.jobs().find(key);
      if (job.isEmpty()) {
        return new Outcome.Unknown();
      }
      try {
        return change(job.get(), change);
      } catch (StaleException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private Outcome change(Job job, JobChange change) {
    Job changed = job.relabelled(change.of(job.summary()));
    if (changed.equals(job)) {
      return new Outcome.Changed(job);
    }
    String priority = change.priority();
    if (priority != null && !priority.equals(job.summary().priority())) {
      Instant now = clock.instant();
      if (job.isFinal()) {
        return new Outcome.Ended(job.status());
      }
      if (job.isClaimed(now)) {
        Instant end = Objects.requireNonNull(job.progress().claimUntil());
        return new Outcome.BeingSubmitted(Duration.between(now, end));
      }
      if (job.isSubmitted()) {
        ports
            .workspaces()
            .open(job.summary().partition(), job.key())
            .prioritise(job.key().id(), priority);
      }
    }
    return new Outcome.Changed(ports.jobs().update(changed));
  }
}
