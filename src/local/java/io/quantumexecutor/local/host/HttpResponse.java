package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function answers, and how it goes on the wire. */
record HttpResponse(HttpStatusType status, Map<String, String> headers, @Nullable Object body)
    implements HttpResponseMessage {

  /** The status alone. */
  static HttpResponse empty(HttpStatus status) {
    return new HttpResponse(status, Map.of(), null);
  }

  @Override
  public HttpStatusType getStatus() {
    return status;
  }

  @Override
  public @Nullable String getHeader(String key) {
    return headers.get(key);
  }

  @Override
  public @Nullable Object getBody() {
    return body;
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes =
        body instanceof byte[] raw
            ? raw
            : body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
    var sent = exchange.getResponseHeaders();
    headers.forEach(sent::set);
    if (bytes.length > 0 && !sent.containsKey("Content-Type")) {
      sent.set("Content-Type", "text/plain; charset=utf-8");
    }
    boolean bodiless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status.value(), bodiless ? -1 : bytes.length);
    if (!bodiless) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  /**
   * As the worker's, but bodies are text or bytes only: others would go through its old Gson, so
   * nobody should rely on them.
   */
  static final class Builder implements HttpResponseMessage.Builder {
    private HttpStatusType status = HttpStatus.OK;
    private final Map<String, String> headers = new HashMap<>();
    private @Nullable Object body;

    @Override
    public Builder status(HttpStatusType newStatus) {
      status = newStatus;
      return this;
    }

    @Override
    public Builder header(String key, String value) {
      headers.put(key, value);
      return this;
    }

    @Override
    public Builder body(@Nullable Object newBody) {
      if (newBody != null && !(newBody instanceof String) && !(newBody instanceof byte[])) {
        throw new IllegalArgumentException(
            "body is neither String nor byte[] but " + newBody.getClass());
      }
      body = newBody;
      return this;
    }

    /** Fails for a null header value, as the worker does. */
    @Override
    public HttpResponse build() {
      return new HttpResponse(status, Map.copyOf(headers), body);
    }
  }
}
