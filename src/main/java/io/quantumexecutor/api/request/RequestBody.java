package io.quantumexecutor.api.request;

import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import java.nio.charset.StandardCharsets;

/** Takes the body of a request, or says why there is none to take. */
public final class RequestBody {
  private final int maxBytes;

  /**
   * @param maxBytes the largest body, in bytes of UTF-8
   */
  public RequestBody(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The body, whose size {@link #requireSmall} has checked. */
  public static String of(ApiRequest request) {
    if (request.body().isEmpty()) {
      boolean sized = request.header("content-length").isPresent();
      throw new InvalidRequestException(
          sized
              ? ProblemDocument.of(ProblemType.INVALID_REQUEST, "The body is empty.")
              : ProblemDocument.of(
                  ProblemType.LENGTH_REQUIRED,
                  "Send the body with a Content-Length; chunked bodies are not supported."));
    }
    return request.body().get();
  }

  /**
   * Stops a request with too large a body.
   *
   * @throws InvalidRequestException 413
   */
  public void requireSmall(ApiRequest request) {
    if (request.body().filter(this::isTooLarge).isPresent()) {
      throw new InvalidRequestException(
          ProblemDocument.of(
              ProblemType.BODY_TOO_LARGE, "At most " + maxBytes + " bytes are accepted."));
    }
  }

  /** A character is one to three bytes: only between the two must the bytes be counted. */
  private boolean isTooLarge(String body) {
    return body.length() > maxBytes
        || (body.length() > maxBytes / 3
            && body.getBytes(StandardCharsets.UTF_8).length > maxBytes);
  }
}
