package io.quantumexecutor.api;

import java.nio.charset.StandardCharsets;

/** The body of a request that must have one. */
final class RequestBody {
  private RequestBody() {}

  /**
   * The body.
   *
   * @param most largest accepted size in bytes of UTF-8
   * @throws InvalidRequestException if it is missing or too large
   */
  static String of(ApiRequest request, int most) {
    if (request.body().isEmpty()) {
      boolean sized = request.header("content-length").isPresent();
      throw new InvalidRequestException(
          sized
              ? ProblemDocument.of(
                  ProblemType.INVALID_REQUEST, "The body is empty.")
              : ProblemDocument.of(
                  ProblemType.LENGTH_REQUIRED,
                  "Send the body with a Content-Length; chunked bodies do not arrive."));
    }
    String body = request.body().get();
    if (body.getBytes(StandardCharsets.UTF_8).length > most) {
      throw new InvalidRequestException(
          ProblemDocument.of(
              ProblemType.BODY_TOO_LARGE,
              "At most " + most + " bytes are accepted."));
    }
    return body;
  }
}
