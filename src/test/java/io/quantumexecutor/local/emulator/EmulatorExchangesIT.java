package io.quantumexecutor.local.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.TestFiles;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.storage.SharedAzurite;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sends the requests of exchanges and compares the answers' fields and kinds of values. */
final class EmulatorExchangesIT {
  private static final String JOBS = ".*/jobs/[^/?]+\\?.*";

  private static final ProviderClock clock = new ProviderClock();
  private static QuantumEmulator emulator;
  private static EmulatorClient client;

  @BeforeAll
  static void start() {
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

  /** The first call of that method to an address of that form. */
  private static JsonNode call(List<JsonNode> calls, String method, String address) {
    return calls.stream().filter(call -> isTo(call, method, address)).findFirst().orElseThrow();
  }

  private static boolean isTo(JsonNode call, String method, String address) {
    return call.at("/request/method").asText().equals(method)
        && call.at("/request/uri").asText().matches(address);
  }

  /** Job ids that no other exchanges have. */
  private static String id(TestFiles from, String file) {
    return UUID.nameUUIDFromBytes((from + file).getBytes(UTF_8)).toString();
  }

  /** Repeats a recorded request to the service, under another job id and with our URIs. */
  private static HttpResponse<String> replay(JsonNode request, String id, ObjectNode uris)
      throws IOException {
    String uri = request.get("uri").asText();
    String path = uri.replaceFirst(".*/workspaces/[^/]+", "");
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

  private enum Output {
    EQUAL,
    SAME_SHAPE
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, ionq_json.json, EQUAL",
    "OURS, ionq_json_gateset.json, EQUAL",
    "OURS, ionq_qir.json, EQUAL",
    "OURS, ionq_qir_rounded_shots.json, EQUAL",
    "OURS, quantinuum_syntax_check.json, EQUAL",
    "OURS, quantinuum_registers.json, SAME_SHAPE",
    "OURS, quantinuum_qir.json, SAME_SHAPE",
    "OURS, rigetti_qir_registers.json, EQUAL",
    "OURS, rigetti_qir_tuple.json, EQUAL",
    "OURS, rigetti_quil.json, SAME_SHAPE",
    "OTHERS, ionq_circuit_submit_wait_results.json, SAME_SHAPE",
    "OTHERS, ionq_qiskit_qir_quantum_results_v2.json, EQUAL",
    "OTHERS, ionq_qiskit_qir_5_qubit_992_shots.json, EQUAL",
    "OTHERS, quantinuum_qasm_syntax_checker.json, EQUAL",
    "OTHERS, quantinuum_cirq_qasm_emulator.json, SAME_SHAPE",
    "OTHERS, quantinuum_qiskit_qir_emulator_v2.json, SAME_SHAPE",
    "OTHERS, rigetti_qiskit_endianness.json, EQUAL",
    "OTHERS, rigetti_qsharp_qir_tuple_results.json, SAME_SHAPE",
    "OTHERS, rigetti_quil_typed_params.json, SAME_SHAPE"
  })
  void job_isAnsweredInTheSameShapeToTheEnd(TestFiles from, String file, Output output)
      throws IOException {
    List<JsonNode> calls = from.exchanges(file);
    String id = id(from, file);
    JsonNode last = submittedAndOver(calls, id);

    JsonNode done = replayed(last, id, EmulatorJson.object());
    assertThat(path(done)).isEqualTo(path(last.at("/response/body")));
    JsonNode computed = EmulatorJson.MAPPER.readTree(EmulatorClient.download(done));
    JsonNode recorded = call(calls, "GET", ".*utputData\\?.*").at("/response/body");
    assertThat(shape(computed)).isEqualTo(shape(recorded));
    if (output == Output.EQUAL) {
      assertThat(computed).isEqualTo(recorded);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, rigetti_quil_failed.json",
    "OTHERS, rigetti_quil_syntax_error_failed_job.json"
  })
  void failure_ofQuil_isAnsweredWithTheSameWords(TestFiles from, String file) throws IOException {
    List<JsonNode> calls = from.exchanges(file);
    String id = id(from, file);
    JsonNode last = submittedAndOver(calls, id);

    JsonNode failed = replayed(last, id, EmulatorJson.object());
    assertThat(failed.get("errorData")).isEqualTo(last.at("/response/body/errorData"));
    assertThat(path(failed)).isEqualTo(path(last.at("/response/body")));
  }

  /** Submits the job and waits until it is over. The last look that the exchanges take at it. */
  private static JsonNode submittedAndOver(List<JsonNode> calls, String id) throws IOException {
    ObjectNode container = EmulatorJson.object().put("containerName", "job-" + id);
    String signed =
        replayed(call(calls, "POST", ".*/storage/sasUri\\?.*"), id, container)
            .get("sasUri")
            .asText();
    upload(signed, call(calls, "PUT", ".*/inputData\\?.*"));
    ObjectNode uris = EmulatorJson.object().put("containerUri", signed);
    uris.put("inputDataUri", signed.substring(0, signed.indexOf('?')) + "/inputData");

    JsonNode created = replayed(call(calls, "PUT", JOBS), id, uris);
    assertThat(created.get("status").asText()).isEqualTo("Waiting");

    clock.advance(Duration.ofSeconds(2));
    JsonNode last = lastJob(calls);
    String end = last.at("/response/body/status").asText();
    await().until(() -> client.job(id).get("status").asText().equals(end));
    return last;
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
        .filter(call -> isTo(call, "GET", JOBS))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** Which blob the output is in. */
  private static String path(JsonNode job) {
    return job.get("outputDataUri").asText().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
  }

  @ParameterizedTest
  @EnumSource(TestFiles.class)
  void status_quotasAndSessions_areAnsweredInTheSameShape(TestFiles from) throws IOException {
    ObjectNode nothing = EmulatorJson.object();
    for (String file : List.of("provider_status.json", "quotas.json")) {
      replayed(from.exchanges(file).get(0), "", nothing);
    }
    for (JsonNode call : from.exchanges("session_open_close.json")) {
      ObjectNode ours =
          EmulatorJson.object().put("providerId", "ionq").put("target", "ionq.simulator");
      JsonNode answer = replayed(call, "", ours);
      assertThat(answer.get("status")).isEqualTo(call.at("/response/body/status"));
    }
  }

  @ParameterizedTest
  @CsvSource({"OURS, refused_jobs.json", "OTHERS, errors_put_job.json"})
  void refusals_areAnsweredWithTheSameWords(TestFiles from, String file) throws IOException {
    List<JsonNode> calls = from.exchanges(file);
    String id = id(from, file);
    ObjectNode ours =
        EmulatorJson.object()
            .put("providerId", "quantinuum")
            .put("target", "quantinuum.sim.h2-1sc");
    ours.putNull("sessionId");

    HttpResponse<String> formatless = replay(calls.get(0).get("request"), id, ours);
    HttpResponse<String> stranger = replay(calls.get(1).get("request"), id, EmulatorJson.object());
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
