package io.quantumexecutor.quantum;

import com.azure.core.http.HttpHeaderName;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Instant;

/**
 * Says what an answer other than success means.
 *
 * <p>Azure Quantum uses 403 both for missing rights and for a bad job definition, 409 both for a
 * target that is down and for real conflicts (observed answers); the code in the body tells them
 * apart.
 */
final class ErrorResponse {
  private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");
  private static final int MAX_MESSAGE = 1_000;

  private ErrorResponse() {}

  /**
   * @param what the call in words, for the message
   */
  static QuantumException of(
      String what, CallSemantics semantics, ServiceResponse answer, Instant now) {
    JsonNode error =
        ServiceJson.parse(answer.body().toBytes())
            .map(body -> body.path("error"))
            .orElse(ServiceJson.ABSENT);
    String code = code(answer, error);
    return new QuantumException(
        kind(answer.status(), code, semantics),
        answer.status(),
        code,
        "the request to " + what + " was answered " + answer.status() + " " + code + said(error),
        answer
            .header(HttpHeaderName.RETRY_AFTER)
            .flatMap(value -> RetryAfter.parse(value, now))
            .orElse(null));
  }

  private static Kind kind(int status, String code, CallSemantics semantics) {
    if (status == 429 || (status == 409 && code.equalsIgnoreCase("TargetUnavailable"))) {
      return Kind.TRY_LATER;
    }
    if (status < 400 || status == 408 || status == 409 || status >= 500) {
      return semantics.unanswered();
    }
    boolean denied = status == 401 || status == 403;
    return denied && !code.equalsIgnoreCase("InvalidJobDefinition") ? Kind.DENIED : Kind.REJECTED;
  }

  private static String code(ServiceResponse answer, JsonNode error) {
    String inBody = error.path("code").asText("");
    String code = inBody.isBlank() ? answer.header(ERROR_CODE).orElse("") : inBody;
    return code.isBlank() ? "http-" + answer.status() : Redaction.line(code, 100);
  }

  private static String said(JsonNode error) {
    String message = error.path("message").asText("");
    return message.isBlank() ? "" : ": " + Redaction.line(message, MAX_MESSAGE);
  }
}
