package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quantumexecutor.api.view.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One method of one path as the OpenAPI document has it. */
final class DescribedOperation {
  private final String method;
  private final String path;
  private final DescribedNode item;
  private final DescribedNode node;

  DescribedOperation(String method, String path, DescribedNode item) {
    this.method = method;
    this.path = path;
    this.item = item;
    this.node = item.at(method);
  }

  /** What an answer was, as far as the document tells answers apart: its problem or media type. */
  record Outcome(String operation, int status, String kind) {}

  String id() {
    return node.at("operationId").json().asText();
  }

  String method() {
    return method.toUpperCase(Locale.ROOT);
  }

  /** As the triggers write it. */
  String route() {
    return path.substring(1);
  }

  boolean isOpenToAll() {
    return node.at("security").json().isArray() && node.at("security").json().isEmpty();
  }

  boolean hasBody() {
    return !node.at("requestBody").isMissing();
  }

  Set<String> queryNames() {
    Set<String> names = new TreeSet<>();
    Stream.concat(item.items("parameters"), node.items("parameters"))
        .filter(parameter -> parameter.at("in").json().asText().equals("query"))
        .forEach(parameter -> names.add(parameter.at("name").json().asText()));
    return names;
  }

  /** Every answer that the document promises. */
  Set<Outcome> outcomes() {
    Set<Outcome> outcomes = new HashSet<>();
    DescribedNode responses = node.at("responses");
    for (String status : responses.names()) {
      DescribedNode content = responses.at(status).at("content");
      List<String> kinds = new ArrayList<>();
      for (String type : content.names()) {
        kinds.addAll(type.contains("problem") ? problemTypes(content.at(type)) : List.of(type));
      }
      (kinds.isEmpty() ? List.of("") : kinds)
          .forEach(kind -> outcomes.add(new Outcome(id(), Integer.parseInt(status), kind)));
    }
    return outcomes;
  }

  private static List<String> problemTypes(DescribedNode media) {
    List<String> types = new ArrayList<>();
    media.json().at("/schema/allOf/1/properties/type/enum").forEach(it -> types.add(it.asText()));
    return types;
  }

  /** The schemas of all answers. */
  Stream<DescribedNode> answerSchemas() {
    DescribedNode responses = node.at("responses");
    return responses.names().stream()
        .map(status -> responses.at(status).at("content"))
        .flatMap(content -> content.names().stream().map(type -> content.at(type).at("schema")));
  }

  /** What is wrong with a request body; empty if nothing is. */
  List<String> faultsOfBody(String type, JsonNode body) {
    return node.at("requestBody").at("content").at(type).at("schema").faultsOf(body);
  }

  /** The schema of an answer, which may be missing. */
  DescribedNode schema(ApiResponse response) {
    return response(response).at("content").at(mediaType(response)).at("schema");
  }

  private DescribedNode response(ApiResponse response) {
    return node.at("responses").at(Integer.toString(response.status()));
  }

  /** What in an answer is not as described; empty if nothing is. */
  List<String> faultsOf(ApiResponse response) {
    DescribedNode described = response(response);
    if (described.isMissing()) {
      return List.of("the status is not described");
    }
    List<String> faults = new ArrayList<>();
    headerFaults(described.at("headers"), response, faults);
    if (mediaType(response).isEmpty()) {
      if (!described.at("content").isMissing()) {
        faults.add("the described body is missing");
      }
    } else if (schema(response).isMissing()) {
      faults.add("the media type is not described: " + mediaType(response));
    } else {
      faults.addAll(schema(response).faultsOf(instance(response)));
    }
    return faults;
  }

  private static void headerFaults(
      DescribedNode described, ApiResponse response, List<String> faults) {
    Set<String> names = new TreeSet<>(response.headers().keySet());
    names.addAll(described.names());
    names.remove("Content-Type");
    for (String name : names) {
      DescribedNode header = described.at(name);
      String value = response.headers().get(name);
      if (header.isMissing()) {
        faults.add("header " + name + " is not described");
      } else if (value != null) {
        faults.addAll(header.at("schema").faultsOf(TextNode.valueOf(value)));
      } else if (header.at("required").json().asBoolean()) {
        faults.add("header " + name + " is missing");
      }
    }
  }

  Outcome outcome(ApiResponse response) {
    String type = mediaType(response);
    boolean problem = type.contains("problem");
    return new Outcome(
        id(), response.status(), problem ? ApiFixture.json(response).path("type").asText() : type);
  }

  /** Without parameters; empty for an answer without a body. */
  private static String mediaType(ApiResponse response) {
    return response.headers().getOrDefault("Content-Type", "").split(";", 2)[0];
  }

  /** A body as a schema sees it: what is no JSON is a string. */
  static JsonNode instance(ApiResponse response) {
    return mediaType(response).endsWith("json")
        ? ApiFixture.json(response)
        : TextNode.valueOf(new String(response.body(), StandardCharsets.ISO_8859_1));
  }
}
