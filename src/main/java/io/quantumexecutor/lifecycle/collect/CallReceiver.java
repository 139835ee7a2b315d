package io.quantumexecutor.lifecycle.collect;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.CloudEvents;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.RowChanges;
import io.quantumexecutor.job.StatusChange;
import io.quantumexecutor.lifecycle.Backoff;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Calls the receiver of a job that has ended. Receivers may be slow or down for a day: they are
 * called by the handler of a message of their own and never by the timer, which only sends that
 * message when it is due.
 */
public final class CallReceiver {
  /** After so long without an answer that the receiver took it, a callback is given up. */
  private static final Duration MAX_UNDELIVERED = Duration.ofHours(24);

  private final RowChanges rows;
  private final DispatchQueue queue;
  private final Callbacks callbacks;
  private final DeliverEvents events;
  private final JobLog log;
  private final Backoff backoff;
  private final InstantSource clock;

  public CallReceiver(
      ActiveJobs active,
      DispatchQueue queue,
      Callbacks callbacks,
      DeliverEvents events,
      JobLog log,
      Backoff backoff,
      InstantSource clock) {
    this.rows = new RowChanges(active);
    this.queue = queue;
    this.callbacks = callbacks;
    this.events = events;
    this.log = log;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** The row moves before the message is sent: a crash in between costs a delay. */
  void later(Job job, ActiveJob row) {
    switch (row.work()) {
      case DELETE -> {
        return; // Deleting tells what is pending, and nobody wants to be called any more.
      }
      case DISPATCH, WATCH, CANCEL -> events.send(job);
      case NOTIFY -> {
        // The event is out; the receiver has not been reached.
      }
    }
    rows.change(
        row, latest -> latest.notifying(clock.instant().plus(backoff.callback(latest.calls()))));
    queue.send(job.key());
  }

  /**
   * Calls it now.
   *
   * @return how it ended, for the timeline; empty if the receiver is to be called again
   */
  Optional<String> now(Job job, URI callback) {
    StatusChange end = job.outbox().pending().get(job.outbox().pending().size() - 1);
    Optional<String> trouble =
        callbacks.post(job.key().owner(), callback, CloudEvents.text(job, end));
    if (trouble.isEmpty()) {
      return Optional.of("callback delivered");
    }
    if (isTooLate(end)) {
      return trouble.map(why -> "callback given up: " + why);
    }
    log.notCalled(job, trouble.get());
    return Optional.empty();
  }

  private boolean isTooLate(StatusChange end) {
    Instant last = end.at().plus(MAX_UNDELIVERED);
    return clock.instant().isAfter(last);
  }
}
