package io.quantumexecutor.quantum;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server that answers from a script, in order, and remembers what it was asked. */
final class StubService implements AutoCloseable {
  /** Answers one request. */
  @FunctionalInterface
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  /** A request as it arrived; header names as the server writes them. */
  record Seen(String method, String target, Map<String, List<String>> headers, String body) {
    String path() {
      return URI.create(target).getRawPath();
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Reply> script = new ArrayDeque<>();
  private final List<Seen> seen = new ArrayList<>();

  StubService() {
    this(null);
  }

  /**
   * @param tls for https; null for plain http
   */
  StubService(SSLContext tls) {
    server = tls == null ? plain() : secure(tls);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static HttpServer plain() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer secure(SSLContext tls) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpsServer server = HttpsServer.create(any, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reply json(int status, String body) {
    return answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
  }

  static Reply error(int status, String code) {
    return json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"as told\"}}");
  }

  static Reply answer(int status, Map<String, String> headers, String body) {
    return answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  static Reply answer(int status, Map<String, String> headers, byte[] body) {
    return exchange -> {
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    };
  }

  /** Promises more than it sends and closes the connection. */
  static Reply cutShort(String start) {
    return exchange -> {
      exchange.sendResponseHeaders(200, start.length() + 1_000L);
      exchange.getResponseBody().write(start.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      throw new IOException("cut by the script");
    };
  }

  /** Closes the connection without a word. */
  static Reply hangUp() {
    return exchange -> {
      throw new IOException("hung up by the script");
    };
  }

  /** The next requests are answered so, one after the other. */
  synchronized void will(Reply... replies) {
    script.addAll(List.of(replies));
  }

  synchronized List<Seen> seen() {
    return List.copyOf(seen);
  }

  String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url() {
    return (server instanceof HttpsServer ? "https://" : "http://") + hostAndPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      next(exchange).to(exchange);
    }
  }

  private synchronized Reply next(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body));
    return script.isEmpty() ? error(599, "NotInTheScript") : script.remove();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
