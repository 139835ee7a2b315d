package io.quantumexecutor.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.QueueMessage.Drop;
import io.quantumexecutor.job.QueueMessage.OfJob;
import io.quantumexecutor.job.QueueMessage.UnknownWork;
import java.util.Optional;

/** The fields of {@link QueueMessage}s, and how they are told apart. */
final class MessageJson {
  static final String JOB_ID = "job_id";
  static final String OWNER = "owner";
  static final String TRACE = "traceparent";
  static final String WORK = "work";
  static final String DROP = "drop";
  static final String FIRST_ID = "first_id";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MessageJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A message of ours, or a drop that we put back; a submission is neither. */
  static Optional<QueueMessage> message(JsonNode json) {
    return json.has("program") ? Optional.empty() : ofJob(json).or(() -> returned(json));
  }

  private static Optional<QueueMessage> ofJob(JsonNode json) {
    Optional<JobId> id = text(json, JOB_ID).flatMap(JobId::parse);
    Optional<Owner> owner = text(json, OWNER).flatMap(Owner::parse);
    if (id.isEmpty() || owner.isEmpty()) {
      return Optional.empty();
    }
    JobKey job = new JobKey(owner.get(), id.get());
    return Optional.of(
        json.has(WORK)
            ? new UnknownWork(job, json.get(WORK).asText())
            : new OfJob(job, text(json, TRACE).orElse(null)));
  }

  private static Optional<QueueMessage> returned(JsonNode json) {
    return text(json, DROP)
        .filter(text -> json.size() == 2)
        .flatMap(text -> text(json, FIRST_ID).map(first -> new Drop(text, first)));
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.ofNullable(json.path(field).textValue());
  }
}
