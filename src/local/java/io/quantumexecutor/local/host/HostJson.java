package io.quantumexecutor.local.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The parts of {@code host.json} that change what a function sees, with the host's own defaults
 * (Azure Functions documentation, "host.json reference" and "Azure Queue storage trigger").
 *
 * @param routePrefix before every route; may be empty
 */
record HostJson(String routePrefix, Queues queues) {
  private static final String OVERRIDE = "AzureFunctionsJobHost__";

  /** How text is kept in queue messages. */
  enum MessageEncoding {
    NONE,
    BASE64
  }

  /**
   * {@code extensions.queues}.
   *
   * @param visibilityTimeout how long a message stays hidden after a failed run
   * @param maxDequeueCount tries before a message goes to the poison queue
   * @param newBatchThreshold the next batch is fetched when no more calls than this are under way
   */
  record Queues(
      MessageEncoding messageEncoding,
      Duration visibilityTimeout,
      int maxDequeueCount,
      int batchSize,
      int newBatchThreshold,
      Duration maxPollingInterval) {}

  /**
   * Reads {@code host.json}.
   *
   * @param environment its {@code AzureFunctionsJobHost__path__to__setting} go before the file
   * @throws HostException when it cannot be read or a value is malformed
   */
  static HostJson read(Path file, Map<String, String> environment) {
    try {
      ObjectNode root = new ObjectMapper().readValue(file.toFile(), ObjectNode.class);
      environment.forEach(
          (name, value) -> {
            if (name.startsWith(OVERRIDE)) {
              override(root, name.substring(OVERRIDE.length()).split("__", -1), value);
            }
          });
      JsonNode extensions = root.path("extensions");
      return new HostJson(
          extensions.path("http").path("routePrefix").asText("api"),
          queues(extensions.path("queues")));
    } catch (IOException | IllegalArgumentException e) {
      throw new HostException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void override(ObjectNode root, String[] path, String value) {
    ObjectNode node = root;
    for (int i = 0; i < path.length - 1; i++) {
      node = node.withObjectProperty(path[i]);
    }
    node.put(path[path.length - 1], value);
  }

  private static Queues queues(JsonNode node) {
    int batchSize = node.path("batchSize").asInt(16);
    return new Queues(
        encoding(node.path("messageEncoding").asText("base64")),
        timeSpan(node, "visibilityTimeout", Duration.ZERO),
        node.path("maxDequeueCount").asInt(5),
        batchSize,
        node.path("newBatchThreshold").asInt(batchSize / 2),
        timeSpan(node, "maxPollingInterval", Duration.ofMinutes(1)));
  }

  private static MessageEncoding encoding(String name) {
    for (MessageEncoding encoding : MessageEncoding.values()) {
      if (encoding.name().equalsIgnoreCase(name)) {
        return encoding;
      }
    }
    throw new IllegalArgumentException(
        "extensions.queues.messageEncoding is neither \"none\" nor \"base64\" but " + name);
  }

  private static Duration timeSpan(JsonNode node, String name, Duration otherwise) {
    return node.hasNonNull(name) ? TimeSpan.parse(node.get(name).asText()) : otherwise;
  }
}
