package io.quantumexecutor.quantum;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * Moves blobs by their signed addresses. Its pipeline knows no credential, so none can leave; only
 * allowed hosts are called, and redirects are not followed.
 */
final class BlobTransfers {
  /** The storage version whose answers we know. */
  private static final String STORAGE_VERSION = "2024-05-04";

  private static final int SMALL_ANSWER = 1 << 20;

  private final Exchange exchange;
  private final RetryPolicy retries;
  private final BlobHosts hosts;
  private final int outputLimit;

  /**
   * @param outputLimit the largest blob to download, in bytes
   */
  BlobTransfers(Exchange exchange, RetryPolicy retries, BlobHosts hosts, int outputLimit) {
    this.exchange = exchange;
    this.retries = retries;
    this.hosts = hosts;
    this.outputLimit = outputLimit;
  }

  /** Writes the whole blob, over whatever is there. */
  void put(SignedAddress blob, byte[] bytes, String contentType) {
    requireAllowed(blob, "input-host-not-allowed", "upload the input");
    Exchange.CallOptions options =
        new Exchange.CallOptions(
            "upload the input", CallSemantics.IDEMPOTENT, SMALL_ANSWER, Set.of());
    retries.call(
        () -> {
          HttpRequest request = request(HttpMethod.PUT, blob);
          request.setHeader(HttpHeaderName.fromString("x-ms-blob-type"), "BlockBlob");
          request.setHeader(HttpHeaderName.fromString("x-ms-blob-content-type"), contentType);
          request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/octet-stream");
          return exchange.send(request.setBody(bytes), options);
        });
  }

  /** The blob's bytes; empty if there is no such blob. */
  Optional<byte[]> get(SignedAddress blob) {
    requireAllowedOutput(blob);
    Exchange.CallOptions options =
        new Exchange.CallOptions(
            "download the output", CallSemantics.IDEMPOTENT, outputLimit, Set.of(404));
    ServiceResponse answer =
        retries.call(() -> exchange.send(request(HttpMethod.GET, blob), options));
    return answer.status() == 404 ? Optional.empty() : Optional.of(answer.body().toBytes());
  }

  /**
   * The container and blob that an output address names.
   *
   * @throws QuantumException REJECTED if it is at a host that is not allowed, or names no blob
   */
  BlobName nameOf(SignedAddress output) {
    requireAllowedOutput(output);
    String path = output.uri().getPath();
    int parts = hosts.isListed(output.uri()) ? 4 : 3;
    String[] names = path.split("/", parts);
    if (names.length < parts || names[parts - 1].isEmpty() || names[parts - 2].isEmpty()) {
      throw rejected(
          "output-address-unknown", "the output's address does not name a blob: " + output);
    }
    return new BlobName(names[parts - 2], names[parts - 1]);
  }

  /** A blob by its names. */
  record BlobName(String container, String blob) {}

  private void requireAllowedOutput(SignedAddress output) {
    requireAllowed(output, "output-host-not-allowed", "download the output");
  }

  private void requireAllowed(SignedAddress address, String code, String what) {
    if (!hosts.allows(address.uri())) {
      throw rejected(
          code,
          "cannot "
              + what
              + ": "
              + Redaction.line(address.toString(), 300)
              + " is not an allowed storage host");
    }
  }

  private static QuantumException rejected(String code, String message) {
    return new QuantumException(Kind.REJECTED, 0, code, message, null);
  }

  private static HttpRequest request(HttpMethod method, SignedAddress blob) {
    HttpRequest request = new HttpRequest(method, blob.uri().toString());
    return request.setHeader(HttpHeaderName.fromString("x-ms-version"), STORAGE_VERSION);
  }
}
