package io.quantumexecutor.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to the jobs API as any user does. */
final class JobClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  /** The base is where the routes begin, such as {@code http://127.0.0.1:7071/api}. */
  JobClient(URI base) {
    this.base = base.toString();
  }

  /**
   * Submits a program.
   *
   * @return the new job
   * @throws LocalStackException with the problems, when it is refused
   */
  JsonNode submit(JsonNode submission) throws IOException, InterruptedException {
    return send(
        request("/jobs")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(submission.toString())));
  }

  JsonNode job(String id) throws IOException, InterruptedException {
    return send(request("/jobs/" + id));
  }

  JsonNode result(String id) throws IOException, InterruptedException {
    return send(request("/jobs/" + id + "/result"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new LocalStackException(ProblemText.of(response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }
}
