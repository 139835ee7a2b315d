package io.quantumexecutor.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds client secrets in bodies. */
public final class Secrets {
  private static final String NAME = "client_secret";

  /** Names of secrets without the characters between their words. */
  private static final Set<String> KIN =
      Set.of(
          "clientsecret",
          "secret",
          "password",
          "passwd",
          "credential",
          "credentials",
          "apikey",
          "apitoken",
          "accesskey",
          "accountkey",
          "accesstoken",
          "refreshtoken",
          "bearertoken",
          "token",
          "privatekey",
          "connectionstring",
          "sastoken",
          "authorization");

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
    ObjectNode outside = ApiJson.MAPPER.createObjectNode();
    outside.setAll(object);
    outside.remove("program");
    return place(outside, "");
  }

  /**
   * Where options for a provider hold what looks like a secret, as JSON pointers below them:
   * options are stored and sent as they are.
   */
  static List<String> places(JsonNode options) {
    List<String> places = new ArrayList<>();
    collect(options, "", places);
    return places;
  }

  private static void collect(JsonNode node, String pointer, List<String> places) {
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field -> {
                String place = pointer + "/" + field.getKey();
                if (isSecret(field.getKey()) && !field.getValue().isNull()) {
                  places.add(place);
                } else {
                  collect(field.getValue(), place, places);
                }
              });
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), pointer + "/" + i, places);
    }
  }

  private static boolean isSecret(String name) {
    return KIN.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
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
