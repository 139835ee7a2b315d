package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the worker hands it to a function: header names in lower case, repeated headers and
 * query values joined by a comma, empty query values left out, and no body when there was no {@code
 * Content-Length}.
 */
record HttpRequest(
    URI uri,
    HttpMethod method,
    Map<String, String> headers,
    Map<String, String> query,
    Optional<String> body)
    implements HttpRequestMessage<Optional<String>> {

  static HttpRequest read(HttpMethod method, HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    URI target = exchange.getRequestURI();
    URI uri = URI.create("http://" + headers.getOrDefault("host", "127.0.0.1")).resolve(target);
    return new HttpRequest(
        uri, method, headers, query(target.getRawQuery()), body(headers, exchange));
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> values = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!value.isEmpty()) {
        values.merge(decode(pair.substring(0, equals)), value, (first, next) -> first + "," + next);
      }
    }
    return values;
  }

  private static String decode(String raw) {
    return URLDecoder.decode(raw, StandardCharsets.UTF_8);
  }

  private static Optional<String> body(Map<String, String> headers, HttpExchange exchange)
      throws IOException {
    if (!headers.containsKey("content-length")) {
      // Taken off the wire all the same, or the sender sees a reset connection and not our answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      return Optional.empty();
    }
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    boolean binary = type.startsWith("application/octet-stream") || type.startsWith("multipart/");
    // The worker makes text of binary content in the charset of the JVM.
    Charset charset = binary ? Charset.defaultCharset() : StandardCharsets.UTF_8;
    return Optional.of(new String(bytes, charset)).filter(text -> !text.isEmpty());
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public HttpMethod getHttpMethod() {
    return method;
  }

  @Override
  public Map<String, String> getHeaders() {
    return headers;
  }

  @Override
  public Map<String, String> getQueryParameters() {
    return query;
  }

  @Override
  public Optional<String> getBody() {
    return body;
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new HttpResponse.Builder().status(status);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
    return new HttpResponse.Builder().status(status);
  }
}
