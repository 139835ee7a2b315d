package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer (RFC 9457).
 *
 * @param type stable word; the document's {@code type} is {@code /problems/} and this word
 * @param title the same for every occurrence of the type
 * @param detail what happened this time
 * @param errors everything that is wrong with the request
 */
record ProblemDocument(int status, String type, String title, String detail, List<Problem> errors) {
  ProblemDocument {
    errors = List.copyOf(errors);
  }

  static ProblemDocument of(int status, String type, String title, String detail) {
    return new ProblemDocument(status, type, title, detail, List.of());
  }

  static ProblemDocument noSuchJob() {
    return of(
        404, "not-found", "Not found", "There is no job of that id. GET /api/jobs lists yours.");
  }

  ApiResponse response(String invocationId) {
    ObjectNode body = ApiJson.MAPPER.createObjectNode();
    body.put("type", "/problems/" + type);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.put("instance", "urn:invocation:" + invocationId);
    if (!errors.isEmpty()) {
      body.set("errors", list(errors));
    }
    return ApiResponse.of(
        status,
        "application/problem+json; charset=utf-8",
        ApiResponse.text(body).getBytes(StandardCharsets.UTF_8));
  }

  static ArrayNode list(List<Problem> problems) {
    ArrayNode list = ApiJson.MAPPER.createArrayNode();
    for (Problem problem : problems) {
      ObjectNode entry = list.addObject();
      entry.put("pointer", problem.pointer());
      putIfKnown(entry, "line", problem.line());
      putIfKnown(entry, "column", problem.column());
      entry.put("message", problem.message());
    }
    return list;
  }

  private static void putIfKnown(ObjectNode entry, String name, @Nullable Integer value) {
    if (value != null) {
      entry.put(name, value);
    }
  }
}
