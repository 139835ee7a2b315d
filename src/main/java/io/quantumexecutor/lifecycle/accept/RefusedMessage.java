package io.quantumexecutor.lifecycle.accept;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a dropped message that cannot become a job, so that its sender finds it.
 *
 * @param id the queue's id of the sender's own message
 * @param name the sender's name for the job, if it can be read
 * @param tags the sender's tags, if they can be read
 */
public record RefusedMessage(String id, @Nullable String name, List<String> tags) {
  public RefusedMessage {
    tags = List.copyOf(tags);
  }
}
