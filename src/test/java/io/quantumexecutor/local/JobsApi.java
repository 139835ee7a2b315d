package io.quantumexecutor.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The jobs API over sockets, with waiting for what must come. */
final class JobsApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED", "CANCELLED");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  JobsApi(URI base) {
    this.base = base.toString();
  }

  /** Where the API is, without a slash at the end. */
  String base() {
    return base;
  }

  /** The address of the web console. */
  String console() {
    return base + "/console";
  }

  /** A Bell program for the ideal simulator as the API wants it. */
  static String bell(String name) {
    return submission(
        name,
        "OPENQASM 2.0; include \\\"qelib1.inc\\\"; qreg q[2]; creg c[2]; h q[0]; cx q[0],q[1];"
            + " measure q -> c;");
  }

  private static String submission(String name, String program) {
    return """
        {"program": "%s", "num_shots": 1000, "job_name": "%s", "random_seed": 7,
         "backend_preferences": {"backend_service_provider": "Azure Quantum",
                                 "backend_name": "ionq.simulator"}}
        """
        .formatted(program, name);
  }

  /**
   * Submits without waiting for the answer.
   *
   * @param headers names and values
   */
  CompletableFuture<HttpResponse<String>> send(String body, String... headers) {
    HttpRequest.Builder request = request("/jobs").POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  /** Asks the doctor. */
  CompletableFuture<HttpResponse<String>> check(String body) {
    return http.sendAsync(
        request("/workspaces/check").POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  /** Submits and gives the id of the accepted job. */
  String submit(String body) {
    return json(send(body).join()).path("id").asText();
  }

  HttpResponse<String> cancel(String id) {
    return http.sendAsync(
            request("/jobs/" + id + "/cancel").POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString())
        .join();
  }

  /**
   * Any request about jobs.
   *
   * @param path what follows {@code /jobs}
   * @param body empty for none
   */
  HttpResponse<String> call(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request("/jobs" + path).method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString()).join();
  }

  HttpResponse<String> health() {
    return http.sendAsync(request("/health").build(), BodyHandlers.ofString()).join();
  }

  JsonNode job(String id) {
    return get("/jobs/" + id);
  }

  JsonNode result(String id) {
    return get("/jobs/" + id + "/result");
  }

  /** The ids of all jobs, newest first. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    get("/jobs").path("jobs").forEach(job -> ids.add(job.path("id").asText()));
    return ids;
  }

  /** Waits for a job that was not there before and gives its id. */
  String newJob(List<String> before) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> ids().stream().filter(id -> !before.contains(id)).findFirst().orElse(""),
            Predicate.not(String::isEmpty));
  }

  /** Waits until a job is as it must become. */
  JsonNode when(String id, Predicate<JsonNode> condition) {
    return Awaitility.await().atMost(PATIENCE).until(() -> job(id), condition);
  }

  /** Waits until a job has ended. */
  JsonNode ended(String id) {
    return when(id, job -> FINAL.contains(job.path("status").asText()));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode get(String path) {
    return json(http.sendAsync(request(path).build(), BodyHandlers.ofString()).join());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
  }
}
