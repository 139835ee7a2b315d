package io.quantumexecutor.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An error answer as a person reads it. */
final class ProblemText {
  private ProblemText() {}

  /** A problem document (RFC 9457) with a line for each of its errors; any other body as it is. */
  static String of(int status, String body) {
    StringBuilder text = new StringBuilder("The host answered ").append(status);
    try {
      JsonNode problem = new ObjectMapper().readTree(body);
      if (!problem.isObject()) {
        return text + ": " + body;
      }
      text.append(": ").append(problem.path("title").asText());
      text.append(". ").append(problem.path("detail").asText());
      problem.path("errors").forEach(error -> text.append('\n').append(line(error)));
      return text.toString();
    } catch (JsonProcessingException e) {
      return text + ": " + body;
    }
  }

  private static String line(JsonNode error) {
    StringBuilder line = new StringBuilder("  ").append(error.path("pointer").asText());
    if (error.hasNonNull("line")) {
      line.append(" line ").append(error.path("line").asInt());
    }
    if (error.hasNonNull("column")) {
      line.append(" column ").append(error.path("column").asInt());
    }
    return line.append(": ").append(error.path("message").asText()).toString();
  }
}
