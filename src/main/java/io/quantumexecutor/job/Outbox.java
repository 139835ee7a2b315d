package io.quantumexecutor.job;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be told of a job, stored with its state in one write, so that no crash loses it.
 *
 * @param pending what has not been told, oldest first
 */
public record Outbox(Notice notice, List<StatusChange> pending) {
  /** Nothing is pending and only the end will be. */
  public static final Outbox EMPTY = new Outbox(Notice.PLAIN, List.of());

  public Outbox {
    pending = List.copyOf(pending);
  }

  public boolean isEmpty() {
    return pending.isEmpty();
  }

  /** With a change, if it is one that the caller wants to know of. */
  Outbox with(StatusChange change) {
    if (notice.events() == Notice.Events.END && !change.status().isFinal()) {
      return this;
    }
    List<StatusChange> more = new ArrayList<>(pending);
    more.add(change);
    return new Outbox(notice, more);
  }

  Outbox cleared() {
    return new Outbox(notice, List.of());
  }
}
