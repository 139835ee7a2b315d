package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.quantumexecutor.api.view.ApiJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A place in the OpenAPI document; walking follows references. */
final class DescribedNode {
  private static final String ADDRESS = "https://api.test/openapi.json";
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode root;
  private final JsonSchemaFactory schemas;
  private final String pointer;
  private final JsonNode json;

  private DescribedNode(JsonNode root, JsonSchemaFactory schemas, String pointer, JsonNode json) {
    String reference = json.path("$ref").textValue();
    this.root = root;
    this.schemas = schemas;
    this.pointer = reference == null ? pointer : reference.substring(1);
    this.json = reference == null ? json : root.at(this.pointer);
  }

  static DescribedNode root(String document) {
    JsonNode root = ApiJson.parse(document).orElseThrow();
    Map<String, String> sources = Map.of(ADDRESS, document);
    JsonSchemaFactory schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(sources)));
    return new DescribedNode(root, schemas, "", root);
  }

  DescribedNode at(String name) {
    return new DescribedNode(root, schemas, pointerTo(name), json.path(name));
  }

  /** Where a field stands, whatever it refers to (RFC 6901). */
  String pointerTo(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The elements of the array in a field; none if there is none. */
  Stream<DescribedNode> items(String name) {
    DescribedNode list = at(name);
    return IntStream.range(0, list.json.isArray() ? list.json.size() : 0)
        .mapToObj(i -> new DescribedNode(root, schemas, list.pointer + "/" + i, list.json.get(i)));
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  String pointer() {
    return pointer;
  }

  JsonNode json() {
    return json;
  }

  boolean isMissing() {
    return json.isMissingNode();
  }

  /** What the schema that stands here finds wrong; empty if nothing is. */
  List<String> faultsOf(JsonNode instance) {
    return schemas
        .getSchema(SchemaLocation.of(ADDRESS + "#" + pointer), STRICT)
        .validate(instance)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
