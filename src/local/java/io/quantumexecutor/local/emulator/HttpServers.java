package io.quantumexecutor.local.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quantumexecutor.local.emulator.EmulatorResponse.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** The two sockets, plain and TLS, that answer alike. */
final class HttpServers implements AutoCloseable {
  private static final int BACKLOG = 1_024;

  private final Function<EmulatorRequest, EmulatorResponse> service;
  private final ExecutorService executor;
  private final HttpServer http;
  private final HttpsServer https;

  HttpServers(
      EmulatorSettings.Ports ports,
      SSLContext tls,
      Function<EmulatorRequest, EmulatorResponse> service)
      throws IOException {
    this.service = service;
    this.executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "emulator-http");
              thread.setDaemon(true);
              return thread;
            });
    this.http = HttpServer.create(address(ports.http()), BACKLOG);
    this.https = HttpsServer.create(address(ports.https()), BACKLOG);
    https.setHttpsConfigurator(new HttpsConfigurator(tls));
    open(http, "http");
    open(https, "https");
  }

  URI httpEndpoint() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  URI httpsEndpoint() {
    return URI.create("https://127.0.0.1:" + https.getAddress().getPort());
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private void open(HttpServer server, String scheme) {
    server.createContext("/", exchange -> answer(exchange, scheme));
    server.setExecutor(executor);
    server.start();
  }

  private void answer(HttpExchange exchange, String scheme) throws IOException {
    // Closing an exchange that has not been answered to its end closes the connection.
    try (exchange) {
      EmulatorResponse response = service.apply(EmulatorRequest.read(exchange, scheme));
      if (response.delivery() == Delivery.DROPPED) {
        return;
      }
      response.headers().forEach(exchange.getResponseHeaders()::set);
      send(exchange, response);
    }
  }

  private static void send(HttpExchange exchange, EmulatorResponse response) throws IOException {
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    if (body.length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.status(), body.length);
    OutputStream out = exchange.getResponseBody();
    if (response.delivery() == Delivery.TRUNCATED) {
      out.write(body, 0, body.length / 2);
      out.flush();
    } else {
      out.write(body);
      out.close();
    }
  }

  @Override
  public void close() {
    http.stop(0);
    https.stop(0);
    executor.shutdownNow();
  }
}
