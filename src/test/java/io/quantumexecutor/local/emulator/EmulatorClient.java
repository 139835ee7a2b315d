package io.quantumexecutor.local.emulator;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClientBuilder;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What a client of the service does, over a socket, with the access key. */
final class EmulatorClient {
  static final String VERSION = "api-version=2026-01-15-preview";

  private final HttpClient http = HttpClient.newHttpClient();
  private final QuantumEmulator emulator;

  EmulatorClient(QuantumEmulator emulator) {
    this.emulator = emulator;
  }

  /** Sends with the key; the path is below the workspace and holds a query without version. */
  HttpResponse<String> send(String method, String path, Object body) throws IOException {
    String separator = path.contains("?") ? "&" : "?";
    String target = emulator.workspace().resourceId() + path + separator + VERSION;
    return sendRaw(
        request(emulator.httpEndpoint() + target)
            .header("x-ms-quantum-api-key", "local-api-key")
            .method(method, BodyPublishers.ofString(body.toString())));
  }

  HttpResponse<String> sendRaw(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  static HttpRequest.Builder request(String uri) {
    return HttpRequest.newBuilder(URI.create(uri));
  }

  HttpResponse<String> get(String path) throws IOException {
    return send("GET", path, "");
  }

  JsonNode job(String id) throws IOException {
    return json(get("/jobs/" + id));
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return EmulatorJson.MAPPER.readTree(response.body());
  }

  /** Asks for a container, uploads through its signature and creates the job. */
  HttpResponse<String> submit(ObjectNode job, String id, String program) throws IOException {
    upload(id, program, job);
    return send("PUT", "/jobs/" + id, job);
  }

  /** The hand-over of the input; completes the job's description with the URIs. */
  void upload(String id, String program, ObjectNode job) throws IOException {
    ObjectNode ask = EmulatorJson.object().put("containerName", "job-" + id);
    String container = json(send("POST", "/storage/sasUri", ask)).get("sasUri").asText();
    new BlobContainerClientBuilder()
        .endpoint(container)
        .buildClient()
        .getBlobClient("inputData")
        .upload(BinaryData.fromString(program));
    job.put("containerUri", container);
    job.put("inputDataUri", container.substring(0, container.indexOf('?')) + "/inputData");
  }

  static String download(JsonNode job) {
    return new BlobClientBuilder()
        .endpoint(job.get("outputDataUri").asText())
        .buildClient()
        .downloadContent()
        .toString();
  }

  static ObjectNode ionqJob() {
    return EmulatorJson.object()
        .put("itemType", "Job")
        .put("name", "bell")
        .put("providerId", "IonQ")
        .put("target", "ionq.simulator")
        .put("inputDataFormat", "ionq.circuit.v1")
        .put("outputDataFormat", "ionq.quantum-results.v1");
  }

  static ObjectNode quantinuumJob(String target, int shots) {
    ObjectNode job =
        EmulatorJson.object()
            .put("itemType", "Job")
            .put("name", "bell")
            .put("providerId", "quantinuum")
            .put("target", target)
            .put("inputDataFormat", "honeywell.openqasm.v1")
            .put("outputDataFormat", "honeywell.quantum-results.v1");
    job.putObject("inputParams").put("shots", shots);
    return job;
  }
}
