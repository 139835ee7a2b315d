package io.quantumexecutor.api.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the host gave it.
 *
 * @param path the decoded path, for example {@code /api/jobs/ID/result}: route values are taken
 *     from it, because the worker lets body properties shadow them
 * @param query single values
 * @param headers names in lower case
 * @param body empty when there was none, or when it came without a Content-Length
 * @param invocationId names this call in logs and problem documents
 */
public record ApiRequest(
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Optional<String> body,
    String invocationId) {
  public ApiRequest {
    // Not Map.copyOf: names of one hash make its search a squared one.
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** The segment of the path after {@code jobs}, or empty if there is none. */
  public Optional<String> jobSegment() {
    String[] segments = path.split("/", -1);
    for (int i = 0; i + 1 < segments.length; i++) {
      if (segments[i].equals("jobs")) {
        return Optional.of(segments[i + 1]);
      }
    }
    return Optional.empty();
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  @Override
  public String toString() {
    return "ApiRequest[" + path + ", " + invocationId + "]";
  }
}
