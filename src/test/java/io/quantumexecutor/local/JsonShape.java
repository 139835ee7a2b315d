package io.quantumexecutor.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a JSON document looks like, whatever its values: names and types. */
final class JsonShape {
  private JsonShape() {}

  /** Objects as maps of shapes, arrays as the set of their elements' shapes, values as types. */
  static Object of(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> shape = new TreeMap<>();
      node.properties().forEach(entry -> shape.put(entry.getKey(), of(entry.getValue())));
      return shape;
    }
    if (node.isArray()) {
      Set<Object> shapes =
          StreamSupport.stream(node.spliterator(), false)
              .map(JsonShape::of)
              .collect(Collectors.toSet());
      return shapes;
    }
    return node.getNodeType();
  }
}
