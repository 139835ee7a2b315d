package io.quantumexecutor.lifecycle.collect;

import io.quantumexecutor.job.CloudEvents;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StatusChange;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.JobPorts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sends the events that are pending in a job's record to the queue, and clears them there. An event
 * is cleared only after it was sent, so each is sent at least once; all that are pending go in
 * order, so the first of each kind come in order.
 */
public final class DeliverEvents {
  private static final int TRIES = 5;

  private final JobPorts ports;
  private final InstantSource clock;

  public DeliverEvents(JobPorts ports, InstantSource clock) {
    this.ports = ports;
    this.clock = clock;
  }

  /**
   * Tells what is pending of a job that has not ended. Trouble stops nothing: what remains goes
   * before the next event, and at the latest when the job ends.
   *
   * @return the job as it is stored, unless somebody else is changing it
   */
  public Job deliver(Job job) {
    if (job.outbox().isEmpty()) {
      return job;
    }
    try {
      send(job);
      return ports.jobs().update(job.outboxCleared());
    } catch (StorageTroubleException | StaleException e) {
      return job;
    }
  }

  /** Sends what is pending and clears nothing. */
  public void send(Job job) {
    for (StatusChange change : job.outbox().pending()) {
      ports.notices().events().send(CloudEvents.text(job, change));
    }
  }

  /** Clears what was told of a job that has ended, whatever label is changed meanwhile. */
  Job clear(Job job) {
    return cleared(job, Optional.empty());
  }

  /** Likewise, with a sentence for the timeline. */
  Job clear(Job job, String note) {
    return cleared(job, Optional.of(note));
  }

  private Job cleared(Job job, Optional<String> note) {
    Instant now = clock.instant();
    Job latest = job;
    for (int i = 0; !latest.outbox().isEmpty(); i++) {
      Job told = latest.outboxCleared();
      try {
        return ports.jobs().update(note.map(why -> told.noted(now, why)).orElse(told));
      } catch (StaleException e) {
        Optional<Job> found = ports.jobs().find(job.key());
        if (found.isEmpty()) {
          return latest;
        }
        if (i == TRIES) {
          throw e;
        }
        latest = found.get();
      }
    }
    return latest;
  }
}
