package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for when it created a job. Two creates are the same when these are equal, so
 * the signatures of the URIs are left out: a client that repeats a create may have signed afresh.
 *
 * @param uris where the data is
 * @param metadata values as strings, as the service keeps them, or null
 */
record JobDefinition(
    JobLabels labels,
    String providerId,
    String target,
    DataUris uris,
    Formats formats,
    JsonNode inputParams,
    JsonNode metadata,
    @Nullable String sessionId,
    String jobType) {

  /** URIs without signatures. */
  record DataUris(String containerUri, String inputDataUri) {}

  record Formats(String input, String output) {}

  /** What may still change after the job was created. */
  record JobLabels(String name, String priority, JsonNode tags) {}

  /** Reads the body of a create; only what the service itself checks is checked. */
  static JobDefinition read(ObjectNode body) {
    String container = unsigned(required(body, "containerUri"));
    return new JobDefinition(
        new JobLabels(required(body, "name"), text(body, "priority", "Standard"), tags(body)),
        required(body, "providerId").toLowerCase(Locale.ROOT),
        required(body, "target"),
        new DataUris(container, unsigned(text(body, "inputDataUri", container + "/inputData"))),
        new Formats(text(body, "inputDataFormat", ""), text(body, "outputDataFormat", "")),
        body.path("inputParams").isObject() ? body.get("inputParams") : NullNode.instance,
        metadata(body.path("metadata")),
        body.path("sessionId").textValue(),
        text(body, "jobType", "QuantumComputing"));
  }

  private static JsonNode tags(ObjectNode body) {
    return body.path("tags") instanceof ArrayNode tags ? tags : EmulatorJson.array();
  }

  private static JsonNode metadata(JsonNode given) {
    if (!given.isObject()) {
      return NullNode.instance;
    }
    ObjectNode strings = EmulatorJson.object();
    given
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              strings.put(entry.getKey(), value.isValueNode() ? value.asText() : value.toString());
            });
    return strings;
  }

  private static String text(ObjectNode body, String field, String fallback) {
    return body.path(field).isTextual() ? body.get(field).textValue() : fallback;
  }

  private static String required(ObjectNode body, String field) {
    String value = text(body, field, "");
    if (value.isEmpty()) {
      String title = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
      throw ServiceError.invalidJob(400, "The " + title + " field is required.");
    }
    return value;
  }

  private static String unsigned(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }
}
