package io.quantumexecutor.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A dropped message. One that we put back travels as <code>{"drop": text, "first_id": id}</code>,
 * because the queue gives every message that is sent again, and every poison copy, a new id.
 *
 * @param text as the sender wrote it
 * @param firstId the queue's id of the sender's own message
 */
public record Drop(String text, String firstId) {
  private static final String TEXT = "drop";
  private static final String FIRST_ID = "first_id";

  /** What a message that came under an id is. */
  public static Drop of(String message, String messageId) {
    return json(message)
        .filter(node -> node.size() == 2)
        .filter(node -> node.path(TEXT).isTextual() && node.path(FIRST_ID).isTextual())
        .map(node -> new Drop(node.path(TEXT).textValue(), node.path(FIRST_ID).textValue()))
        .orElseGet(() -> new Drop(message, messageId));
  }

  /** The message to put back. */
  public String again() {
    return ApiResponse.text(
        ApiJson.MAPPER.createObjectNode().put(TEXT, text).put(FIRST_ID, firstId));
  }

  /** Identifies this message. */
  public String mark() {
    return firstId + "\0" + text;
  }

  /** The submission; many senders encode whatever they send. */
  public String body() {
    return json(text).isPresent() ? text : decoded().orElse(text);
  }

  private Optional<String> decoded() {
    try {
      return Optional.of(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8))
          .filter(plain -> json(plain).isPresent());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(ApiJson.MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
