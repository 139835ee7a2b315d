package io.quantumexecutor.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of the watched jobs of a partition, in the order of their ids.
 *
 * @param after look at the jobs after this one, null for all from the first
 * @param upTo and up to this one, null for all to the last
 */
public record PollRange(String partition, @Nullable String after, @Nullable String upTo) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a message of the queue {@code quantum-polls}; empty if it is something else. */
  public static Optional<PollRange> parse(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      String partition = json.path("partition").textValue();
      return Optional.ofNullable(partition)
          .map(it -> new PollRange(it, id(json.path("after")), id(json.path("up_to"))));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String id(JsonNode json) {
    return JobId.parse(json.asText("")).map(JobId::toString).orElse(null);
  }

  /** Whether a job lies behind the range. */
  public boolean isBehind(JobId id) {
    return upTo != null && id.toString().compareTo(upTo) > 0;
  }
}
