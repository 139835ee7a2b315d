package io.quantumexecutor.lifecycle.collect;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.CloudEvents;
import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StatusChange;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.JobPorts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The last steps of every job: the final record, which erases the secret and holds the event that
 * is to be sent; the event; the callback if one was asked for; the record without what was told;
 * the note of the day on which the job expires; the active row. A crash in between leaves a final
 * job with an active row; whoever meets one calls {@link #finish}.
 *
 * <p>Receivers of callbacks may be slow or down for a day: they are called by the handler of a
 * message of their own and never by the timer, which only sends that message when it is due.
 */
public final class EndJob {
  /** After so long without an answer that the receiver took it, a callback is given up. */
  private static final Duration MAX_UNDELIVERED = Duration.ofHours(24);

  private final JobPorts ports;
  private final DeliverEvents announce;
  private final Backoff delays;
  private final RowChanges rows;
  private final InstantSource clock;

  public EndJob(JobPorts ports, DeliverEvents announce, Backoff delays, InstantSource clock) {
    this.ports = ports;
    this.announce = announce;
    this.delays = delays;
    this.rows = new RowChanges(ports.active());
    this.clock = clock;
  }

  /**
   * Stores the final state and cleans up.
   *
   * @return the job as it is stored now
   * @throws StaleException if the job was changed since it was read
   */
  public Job end(Job ended) {
    Job stored = ports.jobs().update(ended);
    ports.log().changed(stored);
    return finish(stored);
  }

  /** Does what is left to do for a job that is final, but for calling its receiver. */
  public Job finish(Job job) {
    if (job.outbox().isEmpty()) {
      return close(job);
    }
    Optional<ActiveJob> row =
        job.outbox().notice().callback() == null ? Optional.empty() : row(job);
    if (row.isPresent()) {
      callLater(job, row.get());
      return job;
    }
    announce.send(job);
    return close(announce.clear(job));
  }

  /** Likewise, and calls the receiver when it is its turn. */
  public void finishAndCall(Job job) {
    URI callback = job.outbox().notice().callback();
    if (job.outbox().isEmpty()
        || callback == null
        || row(job).filter(row -> row.work() == ActiveJob.Work.NOTIFY).isEmpty()) {
      finish(job);
    } else {
      call(job, callback);
    }
  }

  private Optional<ActiveJob> row(Job job) {
    return ports.active().find(job.summary().partition(), job.key().id());
  }

  /** The row moves before the message is sent: a crash in between costs a delay. */
  private void callLater(Job job, ActiveJob row) {
    switch (row.work()) {
      case DELETE -> {
        return; // Deleting tells what is pending, and nobody wants to be called any more.
      }
      case DISPATCH, WATCH, CANCEL -> announce.send(job);
      case NOTIFY -> {
        // The event is out; the receiver has not been reached.
      }
    }
    rows.change(
        row, latest -> latest.notifying(clock.instant().plus(delays.callback(latest.calls()))));
    ports.queue().send(job.key());
  }

  private void call(Job job, URI callback) {
    StatusChange end = job.outbox().pending().get(job.outbox().pending().size() - 1);
    Optional<String> trouble =
        ports.notices().callbacks().post(job.key().owner(), callback, CloudEvents.text(job, end));
    if (trouble.isEmpty()) {
      close(announce.clear(job, "callback delivered"));
    } else if (isTooLate(end)) {
      close(announce.clear(job, "callback given up: " + trouble.get()));
    } else {
      ports.log().notCalled(job, trouble.get());
    }
  }

  private boolean isTooLate(StatusChange end) {
    Instant last = end.at().plus(MAX_UNDELIVERED);
    return clock.instant().isAfter(last);
  }

  private Job close(Job job) {
    ports.expiring().add(Expiring.job(job, delays.pace().retention()));
    ports.active().remove(job.summary().partition(), job.key().id());
    return job;
  }
}
