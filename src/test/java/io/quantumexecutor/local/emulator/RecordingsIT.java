package io.quantumexecutor.local.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.storage.SharedAzurite;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends the requests of recorded traffic and compares the answers' fields and kinds of values. */
final class RecordingsIT {
  private static final Path RECORDINGS = Path.of("..", "shared", "recordings");
  private static final String JOBS = "/jobs/00000000-0000-0000-0000-000000000001?";

  private static final SettableClock clock = new SettableClock();
  private static QuantumEmulator emulator;
  private static EmulatorClient client;

  @BeforeAll
  static void start() {
    assumeTrue(Files.isDirectory(RECORDINGS), "There are no recordings in " + RECORDINGS);
    Duration step = Duration.ofSeconds(1);
    emulator =
        QuantumEmulator.start(
            EmulatorSettings.forStorage(SharedAzurite.ownAccount())
                .withJobLife(new JobLife(clock, step, step, step)));
    client = new EmulatorClient(emulator);
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  private static List<JsonNode> recording(String file) throws IOException {
    JsonNode calls = Json.MAPPER.readTree(RECORDINGS.resolve(file).toFile());
    return StreamSupport.stream(calls.spliterator(), false).toList();
  }

  /** The call whose address holds a text; calls to storage are found by {@code inputData?}. */
  private static JsonNode call(List<JsonNode> calls, String method, String part) {
    return calls.stream()
        .filter(call -> call.at("/request/method").asText().equals(method))
        .filter(call -> call.at("/request/uri").asText().contains(part))
        .findFirst()
        .orElseThrow();
  }

  /** Repeats a recorded request to the service, under another job id and with our URIs. */
  private static HttpResponse<String> replay(JsonNode request, String id, ObjectNode uris)
      throws IOException {
    String uri = request.get("uri").asText();
    String path = uri.substring(uri.indexOf("/workspaces/myworkspace") + 23);
    String target = path.replaceFirst("/jobs/[^?:]*", "/jobs/" + id);
    String body = "";
    if (request.path("body") instanceof ObjectNode object) {
      body = object.deepCopy().setAll(uris).toString();
    }
    return client.sendRaw(
        EmulatorClient.request(emulator.httpEndpoint() + emulator.workspace().resourceId() + target)
            .header("x-ms-quantum-api-key", "local-api-key")
            .method(request.get("method").asText(), BodyPublishers.ofString(body)));
  }

  private static JsonNode replayed(JsonNode call, String id, ObjectNode uris) throws IOException {
    HttpResponse<String> response = replay(call.get("request"), id, uris);
    assertThat(response.statusCode()).isEqualTo(call.at("/response/status").asInt());
    JsonNode answer = EmulatorClient.json(response);
    assertThat(shape(answer)).isEqualTo(shape(call.at("/response/body")));
    return answer;
  }

  /** Field names and kinds of values; of a list the first item, what the client chose as it is. */
  private static String shape(JsonNode node) {
    if (node.isObject()) {
      TreeSet<String> fields = new TreeSet<>();
      node.properties()
          .forEach(
              field ->
                  fields.add(
                      field.getKey()
                          + ":"
                          + (field.getKey().equals("inputParams")
                              ? field.getValue().toString()
                              : shape(field.getValue()))));
      return fields.toString();
    }
    if (node.isArray()) {
      return node.isEmpty() ? "[]" : "[" + shape(node.get(0)) + "]";
    }
    return node.isNumber() ? "number" : node.getNodeType().toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ionq_circuit_submit_wait_results.json",
        "ionq_qiskit_qir_quantum_results_v2.json",
        "ionq_qiskit_qir_5_qubit_992_shots.json",
        "quantinuum_qasm_syntax_checker.json",
        "quantinuum_cirq_qasm_emulator.json",
        "quantinuum_qiskit_qir_emulator_v2.json",
        "rigetti_qiskit_endianness.json",
        "rigetti_qsharp_qir_tuple_results.json",
        "rigetti_quil_typed_params.json"
      })
  void job_recorded_isAnsweredInTheSameShapeToTheEnd(String file) throws IOException {
    List<JsonNode> calls = recording(file);
    String id = UUID.nameUUIDFromBytes(file.getBytes(UTF_8)).toString();
    JsonNode ask = call(calls, "POST", "/storage/sasUri");
    ObjectNode container = Json.object().put("containerName", "job-" + id);
    String signed = replayed(ask, id, container).get("sasUri").asText();
    upload(signed, call(calls, "PUT", "/inputData?"));
    ObjectNode uris = Json.object().put("containerUri", signed);
    uris.put("inputDataUri", signed.substring(0, signed.indexOf('?')) + "/inputData");

    JsonNode created = replayed(call(calls, "PUT", JOBS), id, uris);
    assertThat(created.get("status").asText()).isEqualTo("Waiting");

    clock.advance(Duration.ofSeconds(2));
    JsonNode last = lastJob(calls);
    await()
        .until(
            () ->
                EmulatorClient.json(replay(last.get("request"), id, Json.object()))
                    .get("status")
                    .asText(),
            last.at("/response/body/status").asText()::equals);
    JsonNode done = replayed(last, id, Json.object());
    assertThat(path(done)).isEqualTo(path(last.at("/response/body")));
    JsonNode output = Json.MAPPER.readTree(EmulatorClient.download(done));
    JsonNode recorded = call(calls, "GET", "utputData?").at("/response/body");
    assertThat(shape(output)).isEqualTo(shape(recorded));
    if (file.startsWith("ionq_qiskit") || file.matches(".*(endianness|checker).json")) {
      assertThat(output).isEqualTo(recorded);
    }
  }

  @Test
  void failure_ofQuil_recorded_isAnsweredWithTheSameWords() throws IOException {
    List<JsonNode> calls = recording("rigetti_quil_syntax_error_failed_job.json");
    String id = "00000000-0000-0000-0000-00000000000f";
    ObjectNode container = Json.object().put("containerName", "job-" + id);
    String signed =
        replayed(call(calls, "POST", "/storage/sasUri"), id, container).get("sasUri").asText();
    upload(signed, call(calls, "PUT", "/inputData?"));
    ObjectNode uris = Json.object().put("containerUri", signed);
    uris.put("inputDataUri", signed.substring(0, signed.indexOf('?')) + "/inputData");
    replayed(call(calls, "PUT", JOBS), id, uris);

    clock.advance(Duration.ofSeconds(2));
    await().until(() -> client.job(id).get("status").asText().equals("Failed"));

    JsonNode last = lastJob(calls);
    JsonNode failed = replayed(last, id, Json.object());
    assertThat(failed.get("errorData")).isEqualTo(last.at("/response/body/errorData"));
    assertThat(path(failed)).isEqualTo(path(last.at("/response/body")));
  }

  private static void upload(String signed, JsonNode call) {
    JsonNode body = call.at("/request/body");
    new BlobContainerClientBuilder()
        .endpoint(signed)
        .buildClient()
        .getBlobClient("inputData")
        .upload(BinaryData.fromString(body.isTextual() ? body.textValue() : body.toString()));
  }

  private static JsonNode lastJob(List<JsonNode> calls) {
    return calls.stream()
        .filter(call -> call.at("/request/method").asText().equals("GET"))
        .filter(call -> call.at("/request/uri").asText().contains(JOBS))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** Which blob the output is in. */
  private static String path(JsonNode job) {
    return job.get("outputDataUri").asText().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
  }

  @Test
  void status_quotasAndSessions_recorded_areAnsweredInTheSameShape() throws IOException {
    ObjectNode nothing = Json.object();
    for (String file : List.of("provider_status.json", "quotas.json")) {
      replayed(recording(file).get(0), "", nothing);
    }
    for (JsonNode call : recording("session_open_close.json")) {
      ObjectNode ours = Json.object().put("providerId", "ionq").put("target", "ionq.simulator");
      JsonNode answer = replayed(call, "", ours);
      assertThat(answer.get("status")).isEqualTo(call.at("/response/body/status"));
    }
  }

  @Test
  void refusals_recorded_areAnsweredWithTheSameWords() throws IOException {
    List<JsonNode> calls = recording("errors_put_job.json");
    String id = "00000000-0000-0000-0000-00000000000e";
    ObjectNode ours =
        Json.object().put("providerId", "quantinuum").put("target", "quantinuum.sim.h2-1sc");
    ours.putNull("sessionId");

    HttpResponse<String> formatless = replay(calls.get(0).get("request"), id, ours);
    HttpResponse<String> stranger = replay(calls.get(1).get("request"), id, Json.object());
    emulator.setTarget("quantinuum.sim.h2-1sc", Availability.UNAVAILABLE, 0);
    HttpResponse<String> down = replay(calls.get(2).get("request"), id, ours);
    emulator.setTarget("quantinuum.sim.h2-1sc", Availability.AVAILABLE, 0);

    List<HttpResponse<String>> answers = List.of(formatless, stranger, down);
    for (int i = 0; i < answers.size(); i++) {
      JsonNode recorded = calls.get(i).get("response");
      assertThat(answers.get(i).statusCode()).isEqualTo(recorded.get("status").asInt());
      assertThat(EmulatorClient.json(answers.get(i))).isEqualTo(recorded.get("body"));
    }
  }
}
