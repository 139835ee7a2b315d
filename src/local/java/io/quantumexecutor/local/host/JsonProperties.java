package io.quantumexecutor.local.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** The top-level properties of a JSON body or message, which the host makes trigger metadata. */
final class JsonProperties {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonProperties() {}

  /** Scalars as their text, the rest as JSON; nothing for text that is no JSON object. */
  static Map<String, String> of(String text) {
    Map<String, String> values = new HashMap<>();
    if (!text.stripLeading().startsWith("{")) {
      return values;
    }
    try {
      for (Map.Entry<String, JsonNode> property : JSON.readTree(text).properties()) {
        JsonNode value = property.getValue();
        if (!value.isNull()) {
          values.put(property.getKey(), value.isValueNode() ? value.asText() : value.toString());
        }
      }
      return values;
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }
}
