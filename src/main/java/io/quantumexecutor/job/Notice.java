package io.quantumexecutor.job;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to be told of a job.
 *
 * @param events which changes of state become events on the queue
 * @param callback address that is told the end as well; null for none
 */
public record Notice(Events events, @Nullable URI callback) {
  /** An event at the end, and no callback. */
  public static final Notice PLAIN = new Notice(Events.END, null);

  /** Which changes of state become events. */
  public enum Events {
    END,
    /** Every public state that the job is seen in, {@code QUEUED} included. */
    ALL
  }
}
