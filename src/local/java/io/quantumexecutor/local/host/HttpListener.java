package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpStatus;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Serves the HTTP triggers on 127.0.0.1, every call on a thread of its own. */
final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final RouteTable routes;
  private final FunctionRunner runner;

  private HttpListener(HttpServer server, RouteTable routes, FunctionRunner runner) {
    this.server = server;
    this.routes = routes;
    this.runner = runner;
  }

  static HttpListener start(int port, RouteTable routes, FunctionRunner runner, Executor calls) {
    // Else the JDK's server lets a kept-alive client wait 40 ms for the second packet of each
    // answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      HttpListener listener = new HttpListener(server, routes, runner);
      server.createContext("/", listener::handle);
      server.setExecutor(calls);
      server.start();
      return listener;
    } catch (IOException e) {
      throw new HostException(
          "The host cannot listen on 127.0.0.1:"
              + port
              + " ("
              + e.getMessage()
              + "): end the program that listens there or choose another port",
          e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<HttpMethod> method =
          Arrays.stream(HttpMethod.values())
              .filter(known -> known.name().equals(exchange.getRequestMethod()))
              .findFirst();
      String path = exchange.getRequestURI().getRawPath();
      Optional<RouteTable.Match> match = method.flatMap(known -> routes.match(known, path));
      HttpResponse response =
          match.isPresent()
              ? call(match.get(), HttpRequest.read(method.get(), exchange))
              : HttpResponse.empty(HttpStatus.NOT_FOUND);
      response.send(exchange);
    }
  }

  private HttpResponse call(RouteTable.Match match, HttpRequest request) {
    Map<String, String> metadata = new HashMap<>();
    if (match.function().bindsNames()) {
      request.body().ifPresent(text -> metadata.putAll(JsonProperties.of(text)));
    }
    metadata.putAll(request.query());
    metadata.putAll(match.values());
    FunctionRunner.Outcome outcome = runner.run(match.function(), request, metadata);
    if (!outcome.succeeded()) {
      return HttpResponse.empty(HttpStatus.INTERNAL_SERVER_ERROR);
    }
    return outcome.value() instanceof HttpResponse response
        ? response
        : HttpResponse.empty(HttpStatus.OK);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
