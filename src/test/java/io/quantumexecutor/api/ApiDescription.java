package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The OpenAPI document as the contract test reads it. */
final class ApiDescription {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "patch", "delete", "head", "options");

  private final DescribedNode root;
  private final List<DescribedOperation> operations = new ArrayList<>();

  ApiDescription(byte[] document) {
    root = DescribedNode.root(new String(document, StandardCharsets.UTF_8));
    DescribedNode paths = root.at("paths");
    for (String path : paths.names()) {
      DescribedNode item = paths.at(path);
      item.names().stream()
          .filter(METHODS::contains)
          .forEach(method -> operations.add(new DescribedOperation(method, path, item)));
    }
  }

  List<DescribedOperation> operations() {
    return List.copyOf(operations);
  }

  DescribedOperation operation(String id) {
    return operations.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /** All problem types that the document names. */
  Set<String> problemTypes() {
    Set<String> types = new TreeSet<>();
    root.json()
        .at("/components/schemas/Problem/properties/type/enum")
        .forEach(it -> types.add(it.asText()));
    return types;
  }

  /** All fields of all answers, by where they are described. */
  Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    operations.forEach(
        operation ->
            operation.answerSchemas().map(FieldCoverage::described).forEach(fields::addAll));
    return fields;
  }

  /** Every reference that leads nowhere and every example that its schema refuses. */
  List<String> contradictions() {
    List<String> found = new ArrayList<>();
    walk(root, found);
    return found;
  }

  private static void walk(DescribedNode place, List<String> found) {
    if (place.names().contains("schema")) {
      for (JsonNode example : examples(place.json())) {
        place.at("schema").faultsOf(example).forEach(it -> found.add(place.pointer() + ": " + it));
      }
    }
    for (String name : place.names()) {
      JsonNode child = place.json().get(name);
      if (child.has("$ref")) {
        if (place.at(name).isMissing()) {
          found.add(place.pointerTo(name) + " leads nowhere");
        }
      } else if (child.isArray()) {
        walkItems(place, name, found);
      } else {
        walk(place.at(name), found);
      }
    }
  }

  private static void walkItems(DescribedNode place, String name, List<String> found) {
    List<DescribedNode> items = place.items(name).toList();
    IntStream.range(0, items.size())
        .forEach(
            i -> {
              if (items.get(i).isMissing()) {
                found.add(place.pointerTo(name) + "/" + i + " leads nowhere");
              } else if (!place.json().get(name).get(i).has("$ref")) {
                walk(items.get(i), found);
              }
            });
  }

  private static List<JsonNode> examples(JsonNode media) {
    List<JsonNode> examples = new ArrayList<>();
    if (media.has("example")) {
      examples.add(media.get("example"));
    }
    media.path("examples").forEach(example -> examples.add(example.path("value")));
    return examples;
  }
}
