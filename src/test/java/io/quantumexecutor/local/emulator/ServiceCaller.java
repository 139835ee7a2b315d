package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Sends plain HTTP requests to an emulator, with an access key in clear or a token over TLS. */
final class ServiceCaller {
  private final HttpClient http;
  private final URI endpoint;
  private final String header;
  private final String credential;

  private ServiceCaller(HttpClient http, URI endpoint, String header, String credential) {
    this.http = http;
    this.endpoint = endpoint;
    this.header = header;
    this.credential = credential;
  }

  static ServiceCaller withKey(QuantumEmulator emulator) {
    return new ServiceCaller(
        HttpClient.newHttpClient(),
        emulator.httpEndpoint(),
        "x-ms-quantum-api-key",
        emulator.apiKey());
  }

  /** With a token of the managed identity for a service. */
  static ServiceCaller withToken(QuantumEmulator emulator, String resource)
      throws IOException, GeneralSecurityException {
    ServiceCaller identity =
        new ServiceCaller(
            HttpClient.newHttpClient(),
            emulator.httpEndpoint(),
            "X-IDENTITY-HEADER",
            emulator.identityHeader());
    String token =
        identity
            .json("GET", "/identity/token?api-version=2019-08-01&resource=" + resource, "")
            .get("access_token")
            .asText();
    return new ServiceCaller(
        HttpClient.newBuilder().sslContext(trusting(emulator)).build(),
        emulator.httpsEndpoint(),
        "Authorization",
        "Bearer " + token);
  }

  private static SSLContext trusting(QuantumEmulator emulator)
      throws IOException, GeneralSecurityException {
    KeyStore store =
        KeyStore.getInstance(
            emulator.trustStore().toFile(), emulator.trustStorePassword().toCharArray());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  /** Sends a request; the target is a path, or an absolute address on the same endpoint. */
  HttpResponse<String> send(String method, String target, Object body) throws IOException {
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    return exchange(
        HttpRequest.newBuilder(endpoint.resolve(target))
            .header(header, credential)
            .header("Accept", "application/json")
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body.toString())));
  }

  /** Sends a request that must succeed with a JSON answer. */
  JsonNode json(String method, String target, Object body) throws IOException {
    HttpResponse<String> response = send(method, target, body);
    if (response.statusCode() != 200) {
      throw new AssertionError(method + " " + target + ": " + response + response.body());
    }
    return EmulatorClient.json(response);
  }

  /** Sends a request to the storage, whose address is all it needs. */
  HttpResponse<String> storage(HttpRequest.Builder request) throws IOException {
    return exchange(request.header("x-ms-version", "2024-05-04"));
  }

  /** Uploads as Microsoft's storage library does. */
  HttpResponse<String> upload(String signedContainer, String blob, String content)
      throws IOException {
    String uri = signedContainer.replaceFirst("\\?", "/" + blob + "?");
    return storage(
        HttpRequest.newBuilder(URI.create(uri))
            .header("x-ms-blob-type", "BlockBlob")
            .header("x-ms-blob-content-type", "application/json")
            .header("Content-Type", "application/octet-stream")
            .header("If-None-Match", "*")
            .PUT(BodyPublishers.ofString(content)));
  }

  HttpResponse<String> download(String signedBlob) throws IOException {
    return storage(
        HttpRequest.newBuilder(URI.create(signedBlob)).header("x-ms-range", "bytes=0-33554431"));
  }

  static ObjectNode object(String field, Object value) {
    return EmulatorJson.object().put(field, value.toString());
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
