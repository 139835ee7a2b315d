package io.quantumexecutor.quantum;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.workspace.QuantumException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON side of a workspace: builds requests, sends them as often as they may be sent. */
final class QuantumService {
  static final String API_VERSION = "2026-01-15-preview";

  private static final Pattern VERSION = Pattern.compile("(?<=[?&])api-version=[^&]*&?");

  private final Exchange exchange;
  private final RetryPolicy retries;
  private final QuantumEndpoint endpoint;
  private final int limit;

  /**
   * @param limit the largest answer in bytes
   */
  QuantumService(Exchange exchange, RetryPolicy retries, QuantumEndpoint endpoint, int limit) {
    this.exchange = exchange;
    this.retries = retries;
    this.endpoint = endpoint;
    this.limit = limit;
  }

  /**
   * A request to the workspace.
   *
   * @param what the call in words, for messages
   * @param path what follows the workspace's resource id, without the api-version
   * @param tolerated statuses other than 2xx that are answers too
   */
  record ServiceRequest(
      String what,
      HttpMethod method,
      String path,
      @Nullable JsonNode body,
      Set<Integer> tolerated) {
    ServiceRequest(String what, HttpMethod method, String path, @Nullable JsonNode body) {
      this(what, method, path, body, Set.of());
    }
  }

  /** Sends a request that changes nothing, again if need be. */
  ServiceResponse withRetries(ServiceRequest request) {
    return retries.call(() -> send(request, CallSemantics.IDEMPOTENT));
  }

  /** Sends a request exactly once. */
  ServiceResponse once(ServiceRequest request) {
    return send(request, CallSemantics.AT_MOST_ONCE);
  }

  /**
   * Reads an answer of success.
   *
   * @param reader empty for what it cannot read
   * @throws QuantumException if it cannot be read
   */
  static <T> T read(
      ServiceRequest request,
      CallSemantics semantics,
      ServiceResponse answer,
      Function<JsonNode, Optional<T>> reader) {
    return ServiceJson.parse(answer.body().toBytes())
        .flatMap(reader)
        .orElseThrow(() -> TransportFailure.unreadable(request.what(), semantics, answer.status()));
  }

  /**
   * The path of a next page within this workspace. Only what follows the workspace is taken from
   * the link: our credential goes to no other host, and we send our own api-version.
   *
   * @return null if there is no link, or one that leads elsewhere
   */
  @Nullable String pathOf(@Nullable String link) {
    String id = endpoint.workspace().resourceId();
    int start =
        link == null ? -1 : link.toLowerCase(Locale.ROOT).indexOf(id.toLowerCase(Locale.ROOT));
    if (link == null || start < 0) {
      return null;
    }
    String path = VERSION.matcher(link.substring(start + id.length())).replaceAll("");
    return path.endsWith("&") || path.endsWith("?") ? path.substring(0, path.length() - 1) : path;
  }

  private ServiceResponse send(ServiceRequest request, CallSemantics semantics) {
    HttpRequest http = new HttpRequest(request.method(), address(request.path()));
    http.setHeader(HttpHeaderName.ACCEPT, "application/json");
    if (request.body() != null) {
      boolean patch = request.method() == HttpMethod.PATCH;
      http.setHeader(
          HttpHeaderName.CONTENT_TYPE, patch ? "application/merge-patch+json" : "application/json");
      http.setBody(request.body().toString());
    }
    return exchange.send(
        http, new Exchange.CallOptions(request.what(), semantics, limit, request.tolerated()));
  }

  private String address(String path) {
    String separator = path.contains("?") ? "&" : "?";
    return endpoint.origin()
        + endpoint.workspace().resourceId()
        + path
        + separator
        + "api-version="
        + API_VERSION;
  }
}
