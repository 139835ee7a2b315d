package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The OpenAPI document as the contract test reads it. */
final class ApiDescription {
  private static final String ADDRESS = "https://api.test/openapi.json";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "patch", "delete", "head", "options");

  private final JsonNode root;
  private final JsonSchemaFactory schemas;
  private final List<Operation> operations;

  ApiDescription(byte[] document) {
    String text = new String(document, java.nio.charset.StandardCharsets.UTF_8);
    root = Drop.json(text).orElseThrow();
    schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, text))));
    operations = new ArrayList<>();
    Node paths = new Node("/paths", root.path("paths"));
    for (String path : paths.names()) {
      Node item = paths.at(path);
      item.names().stream()
          .filter(METHODS::contains)
          .forEach(method -> operations.add(new Operation(method, path, item.at(method), item)));
    }
  }

  /** A place in the document; walking follows references. */
  private final class Node {
    private final String pointer;
    private final JsonNode json;

    Node(String pointer, JsonNode json) {
      String reference = json.path("$ref").textValue();
      this.pointer = reference == null ? pointer : reference.substring(1);
      this.json = reference == null ? json : root.at(this.pointer);
    }

    Node at(String name) {
      return new Node(pointer + "/" + escaped(name), json.path(name));
    }

    List<String> names() {
      List<String> names = new ArrayList<>();
      json.fieldNames().forEachRemaining(names::add);
      return names;
    }

    Stream<Node> items(String name) {
      Node list = at(name);
      return Stream.iterate(0, i -> i < list.json.size(), i -> i + 1)
          .map(i -> new Node(list.pointer + "/" + i, list.json.get(i)));
    }

    Set<ValidationMessage> faultsOf(JsonNode instance) {
      return schemas
          .getSchema(
              SchemaLocation.of(ADDRESS + "#" + pointer),
              SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
          .validate(instance);
    }
  }

  /** What an answer was, as far as the document tells answers apart: its problem or media type. */
  record Outcome(String operation, int status, String kind) {}

  /** One method of one path. */
  final class Operation {
    private final String method;
    private final String path;
    private final Node node;
    private final Node item;

    Operation(String method, String path, Node node, Node item) {
      this.method = method.toUpperCase(java.util.Locale.ROOT);
      this.path = path;
      this.node = node;
      this.item = item;
    }

    String id() {
      return node.at("operationId").json.asText();
    }

    String method() {
      return method;
    }

    /** As the triggers write it. */
    String route() {
      return path.substring(1);
    }

    boolean isOpenToAll() {
      return node.json.path("security").isArray() && node.json.path("security").isEmpty();
    }

    boolean hasBody() {
      return node.json.has("requestBody");
    }

    Set<String> queryNames() {
      Set<String> names = new TreeSet<>();
      Stream.concat(item.items("parameters"), node.items("parameters"))
          .filter(parameter -> parameter.json.path("in").asText().equals("query"))
          .forEach(parameter -> names.add(parameter.json.path("name").asText()));
      return names;
    }

    /** Every answer that the document promises. */
    Set<Outcome> outcomes() {
      Set<Outcome> outcomes = new java.util.HashSet<>();
      Node responses = node.at("responses");
      for (String status : responses.names()) {
        Node content = responses.at(status).at("content");
        List<String> kinds = new ArrayList<>();
        for (String type : content.names()) {
          kinds.addAll(type.contains("problem") ? problemTypes(content.at(type)) : List.of(type));
        }
        (kinds.isEmpty() ? List.of("") : kinds)
            .forEach(kind -> outcomes.add(new Outcome(id(), Integer.parseInt(status), kind)));
      }
      return outcomes;
    }

    private List<String> problemTypes(Node media) {
      List<String> types = new ArrayList<>();
      media.json.at("/schema/allOf/1/properties/type/enum").forEach(it -> types.add(it.asText()));
      return types;
    }

    /** What is wrong with a request body; empty if nothing is. */
    List<String> faultsOfBody(String type, JsonNode body) {
      return texts(node.at("requestBody").at("content").at(type).at("schema").faultsOf(body));
    }

    /** What in an answer is not as described; empty if nothing is. */
    List<String> faultsOf(ApiResponse response) {
      List<String> faults = new ArrayList<>();
      Node described = node.at("responses").at(Integer.toString(response.status()));
      if (described.json.isMissingNode()) {
        return List.of("status " + response.status() + " is not described");
      }
      headerFaults(described.at("headers"), response, faults);
      String type = mediaType(response);
      Node media = described.at("content").at(type);
      if (type.isEmpty() ? described.json.has("content") : media.json.isMissingNode()) {
        faults.add("media type «" + type + "» is not described");
      } else if (!type.isEmpty()) {
        faults.addAll(texts(media.at("schema").faultsOf(instance(type, response))));
      }
      return faults;
    }

    private void headerFaults(Node described, ApiResponse response, List<String> faults) {
      Set<String> names = new TreeSet<>(response.headers().keySet());
      names.addAll(described.names());
      names.remove("Content-Type");
      for (String name : names) {
        Node header = described.at(name);
        String value = response.headers().get(name);
        if (header.json.isMissingNode()) {
          faults.add("header " + name + " is not described");
        } else if (value != null) {
          JsonNode text = ApiJson.MAPPER.getNodeFactory().textNode(value);
          faults.addAll(texts(header.at("schema").faultsOf(text)));
        } else if (header.json.path("required").asBoolean()) {
          faults.add("header " + name + " is missing");
        }
      }
    }
  }

  /** RFC 6901, section 3. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static List<String> texts(Set<ValidationMessage> messages) {
    return messages.stream().map(ValidationMessage::getMessage).toList();
  }

  /** Without parameters; empty for an answer without a body. */
  static String mediaType(ApiResponse response) {
    return response.headers().getOrDefault("Content-Type", "").split(";", 2)[0];
  }

  private static JsonNode instance(String type, ApiResponse response) {
    return type.endsWith("json")
        ? ApiWorld.json(response)
        : ApiJson.MAPPER
            .getNodeFactory()
            .textNode(
                new String(response.body(), java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  static Outcome outcome(Operation operation, ApiResponse response) {
    String type = mediaType(response);
    String kind = type.contains("problem") ? ApiWorld.json(response).path("type").asText() : type;
    return new Outcome(operation.id(), response.status(), kind);
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  Operation operation(String id) {
    return operations.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /** All problem types that the document names. */
  Set<String> problemTypes() {
    Set<String> types = new TreeSet<>();
    root.at("/components/schemas/Problem/properties/type/enum")
        .forEach(it -> types.add(it.asText()));
    return types;
  }

  /** Every reference that leads nowhere and every example that its schema refuses. */
  List<String> contradictions() {
    List<String> found = new ArrayList<>();
    walk(new Node("", root), found);
    return found;
  }

  private void walk(Node place, List<String> found) {
    JsonNode json = place.json;
    if (json.isMissingNode()) {
      found.add(place.pointer + " is not there");
    }
    if (json.has("schema")) {
      examples(json)
          .forEach(
              example ->
                  texts(place.at("schema").faultsOf(example))
                      .forEach(fault -> found.add(place.pointer + ": " + fault)));
    }
    for (Map.Entry<String, JsonNode> child : json.properties()) {
      descend(place.pointer + "/" + escaped(child.getKey()), child.getValue(), found);
    }
    for (int i = 0; i < json.size() && json.isArray(); i++) {
      descend(place.pointer + "/" + i, json.get(i), found);
    }
  }

  private void descend(String pointer, JsonNode child, List<String> found) {
    Optional<String> reference = Optional.ofNullable(child.path("$ref").textValue());
    if (reference.isEmpty()) {
      walk(new Node(pointer, child), found);
    } else if (root.at(reference.get().substring(1)).isMissingNode()) {
      found.add(pointer + " leads nowhere: " + reference.get());
    }
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
