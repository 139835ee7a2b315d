package io.quantumexecutor.local.emulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param base scheme and authority the client called, for absolute links
 */
record EmulatorRequest(
    String method, String base, RequestTarget target, Headers headers, String body) {

  /**
   * What was asked for.
   *
   * @param path decoded, without repeated slashes
   * @param query decoded; the last of equal names wins
   */
  record RequestTarget(String path, String rawQuery, Map<String, String> query) {
    static RequestTarget of(String requestTarget) {
      int mark = requestTarget.indexOf('?');
      String rawPath = mark < 0 ? requestTarget : requestTarget.substring(0, mark);
      String rawQuery = mark < 0 ? "" : requestTarget.substring(mark + 1);
      // A plus sign in a path is itself; URLDecoder would make it a space.
      String path = decode(rawPath.replace("+", "%2B")).replaceAll("/{2,}", "/");
      return new RequestTarget(path, rawQuery, parameters(rawQuery));
    }
  }

  static EmulatorRequest read(HttpExchange exchange, String scheme) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    return new EmulatorRequest(
        exchange.getRequestMethod(),
        scheme + "://" + headers.getFirst("Host"),
        RequestTarget.of(exchange.getRequestURI().toString()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  String path() {
    return target.path();
  }

  Map<String, String> query() {
    return target.query();
  }

  /** The version of the interface the client speaks; empty when it does not say. */
  String apiVersion() {
    return query().getOrDefault("api-version", "");
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** The fields of a body of type {@code application/x-www-form-urlencoded}. */
  Map<String, String> form() {
    return parameters(body);
  }

  private static Map<String, String> parameters(String encoded) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
