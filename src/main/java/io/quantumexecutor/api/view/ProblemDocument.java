package io.quantumexecutor.api.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer (RFC 9457).
 *
 * @param detail what happened this time
 * @param errors everything that is wrong with the request
 */
public record ProblemDocument(ProblemType type, String detail, List<Problem> errors) {
  private static final int MAX_BYTES = 40 << 10;

  public ProblemDocument {
    errors = List.copyOf(errors);
  }

  public static ProblemDocument of(ProblemType type, String detail) {
    return new ProblemDocument(type, detail, List.of());
  }

  public static ProblemDocument noSuchJob() {
    return of(ProblemType.NOT_FOUND, "There is no job with this id. GET /api/jobs lists yours.");
  }

  public ApiResponse response(String invocationId) {
    ObjectNode body = ApiJson.MAPPER.createObjectNode();
    body.put("type", type.uri());
    body.put("title", type.title());
    body.put("status", type.status());
    body.put("detail", detail);
    body.put("instance", "urn:invocation:" + invocationId);
    if (!errors.isEmpty()) {
      body.set("errors", list(errors));
    }
    return ApiResponse.of(
        type.status(),
        "application/problem+json; charset=utf-8",
        ApiResponse.text(body).getBytes(StandardCharsets.UTF_8));
  }

  /** As many as fit into an answer that people read, and how many do not. */
  public static ArrayNode list(List<Problem> problems) {
    ArrayNode list = ApiJson.MAPPER.createArrayNode();
    int bytes = 0;
    for (Problem problem : problems) {
      ObjectNode entry = entry(problem);
      bytes += ApiResponse.text(entry).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_BYTES) {
        int left = problems.size() - list.size();
        return list.add(entry(Problem.at("", left + " more problems are too long to list")));
      }
      list.add(entry);
    }
    return list;
  }

  private static ObjectNode entry(Problem problem) {
    ObjectNode entry = ApiJson.MAPPER.createObjectNode();
    entry.put("pointer", problem.pointer());
    putIfKnown(entry, "line", problem.line());
    putIfKnown(entry, "column", problem.column());
    entry.put("message", problem.message());
    return entry;
  }

  private static void putIfKnown(ObjectNode entry, String name, @Nullable Integer value) {
    if (value != null) {
      entry.put(name, value);
    }
  }
}
