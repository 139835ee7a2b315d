package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal in the service's shape, {@code {"error":{"code","message"}}}. */
final class ServiceError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  ServiceError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  ServiceError(int status, String code, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.code = code;
  }

  static ServiceError invalidJob(int status, String message) {
    return new ServiceError(status, "InvalidJobDefinition", message);
  }

  static ServiceError targetUnavailable() {
    return new ServiceError(
        409,
        "TargetUnavailable",
        "The target specified is currently unavailable. Please try again later.");
  }

  static ServiceError notFound(String what, String id) {
    return new ServiceError(404, what + "NotFound", "The %s %s was not found.".formatted(what, id));
  }

  EmulatorResponse response() {
    ObjectNode body = EmulatorJson.object();
    body.putObject("error").put("code", code).put("message", getMessage());
    return EmulatorResponse.json(status, body);
  }
}
