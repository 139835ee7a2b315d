package io.quantumexecutor.job;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a job, stored with its state in one write, so that no crash loses it.
 *
 * @param events which changes of state become events
 * @param callback address that is called at the end; null for none
 * @param pending what has not been told, oldest first
 */
public record Outbox(EventFilter events, @Nullable URI callback, List<StatusChange> pending) {
  /** Nothing is pending and only the end will be. */
  public static final Outbox EMPTY = new Outbox(EventFilter.END, null, List.of());

  public Outbox {
    pending = List.copyOf(pending);
  }

  /** What a job is accepted with. */
  public static Outbox of(SubmissionOptions options) {
    return new Outbox(options.events(), options.callback(), List.of());
  }

  public boolean isEmpty() {
    return pending.isEmpty();
  }

  /** With a change, if it is one that the caller wants to know of. */
  Outbox with(StatusChange change) {
    if (events == EventFilter.END && !change.status().isFinal()) {
      return this;
    }
    List<StatusChange> more = new ArrayList<>(pending);
    more.add(change);
    return new Outbox(events, callback, more);
  }

  Outbox cleared() {
    return new Outbox(events, callback, List.of());
  }
}
