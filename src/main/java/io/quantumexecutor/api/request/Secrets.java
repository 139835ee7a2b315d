package io.quantumexecutor.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds client secrets in bodies. */
public final class Secrets {
  private static final String NAME = "client_secret";

  private Secrets() {}

  /**
   * A body in one canonical form, names sorted, without any client secret; a body that is no JSON
   * stays as it is.
   */
  static String without(String body) {
    try {
      return ApiResponse.text(canonical(ApiJson.MAPPER.readTree(body)));
    } catch (JsonProcessingException e) {
      return body;
    }
  }

  private static JsonNode canonical(JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.fields()
          .forEachRemaining(
              field -> {
                if (!field.getKey().equals(NAME)) {
                  sorted.put(field.getKey(), canonical(field.getValue()));
                }
              });
      return ApiJson.MAPPER.createObjectNode().setAll(sorted);
    }
    if (node.isArray()) {
      var array = ApiJson.MAPPER.createArrayNode();
      node.forEach(element -> array.add(canonical(element)));
      return array;
    }
    return node;
  }

  /**
   * Where a message carries a client secret outside of its program, as a JSON pointer; empty when
   * it does not.
   */
  public static Optional<String> place(JsonNode message) {
    if (!(message instanceof ObjectNode object)) {
      return Optional.empty();
    }
    return place(object.deepCopy().without("program"), "");
  }

  private static Optional<String> place(JsonNode node, String pointer) {
    if (node.hasNonNull(NAME)) {
      return Optional.of(pointer + "/" + NAME);
    }
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      Optional<String> inside = place(field.getValue(), pointer + "/" + field.getKey());
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }
}
