package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which of the described fields answers had, by where they are described. */
final class FieldCoverage {
  private final Set<String> seen = new TreeSet<>();

  Set<String> seen() {
    return Set.copyOf(seen);
  }

  /** Notes the fields of a value that fits a schema. */
  void note(DescribedNode schema, JsonNode value) {
    schema.items("allOf").forEach(part -> note(part, value));
    for (String choice : List.of("anyOf", "oneOf")) {
      schema
          .items(choice)
          .filter(it -> it.faultsOf(value).isEmpty())
          .forEach(it -> note(it, value));
    }
    DescribedNode properties = schema.at("properties");
    for (String name : properties.names()) {
      if (value.has(name)) {
        seen.add(properties.pointerTo(name));
        note(properties.at(name), value.get(name));
      }
    }
    String inside = value.isArray() ? "items" : "additionalProperties";
    if (value.isContainerNode() && schema.at(inside).json().isObject()) {
      value.forEach(element -> note(schema.at(inside), element));
    }
  }

  /** All fields that a schema describes. */
  static Set<String> described(DescribedNode schema) {
    Set<String> fields = new TreeSet<>();
    collect(schema, fields, new HashSet<>());
    return fields;
  }

  private static void collect(DescribedNode schema, Set<String> fields, Set<String> visited) {
    if (schema.isMissing() || !visited.add(schema.pointer())) {
      return;
    }
    for (String combination : List.of("allOf", "anyOf", "oneOf")) {
      schema.items(combination).forEach(part -> collect(part, fields, visited));
    }
    DescribedNode properties = schema.at("properties");
    for (String name : properties.names()) {
      fields.add(properties.pointerTo(name));
      collect(properties.at(name), fields, visited);
    }
    for (String inside : List.of("items", "additionalProperties")) {
      collect(schema.at(inside), fields, visited);
    }
  }
}
