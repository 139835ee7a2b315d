package io.quantumexecutor.local.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.azure.storage.blob.models.BlobStorageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.storage.SharedAzurite;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

final class QuantumEmulatorIT {
  private static final String BELL_IONQ =
      "{\"qubits\":2,\"circuit\":[{\"gate\":\"h\",\"target\":0},"
          + "{\"gate\":\"cnot\",\"control\":0,\"target\":1}]}";
  private static final String ASYMMETRIC_QASM =
      """
      OPENQASM 2.0;
      include "qelib1.inc";
      qreg q[3];
      creg low[2];
      creg high[1];
      x q[0];
      x q[2];
      measure q[0] -> low[0];
      measure q[1] -> low[1];
      measure q[2] -> high[0];
      """;
  private static final Duration QUEUED = Duration.ofSeconds(30);
  private static final Duration EXECUTING = Duration.ofSeconds(5);

  private static final ProviderClock clock = new ProviderClock();
  private static final String STORAGE = SharedAzurite.ownAccount();
  private static QuantumEmulator emulator;
  private static EmulatorClient client;

  private String id;

  @BeforeAll
  static void start() {
    emulator = QuantumEmulator.start(settings());
    client = new EmulatorClient(emulator);
  }

  private static EmulatorSettings settings() {
    return EmulatorSettings.forStorage(STORAGE)
        .withJobLife(new JobLife(clock, QUEUED, EXECUTING, Duration.ofSeconds(2)));
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @BeforeEach
  void reset(TestInfo test) {
    clock.reset();
    id = UUID.nameUUIDFromBytes(test.getDisplayName().getBytes(UTF_8)).toString();
  }

  private static JsonNode awaitStatus(String id, String status) {
    await().until(() -> client.job(id).path("status").asText().equals(status));
    try {
      return client.job(id);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode runToEnd(ObjectNode job, String id, String program) throws IOException {
    assertThat(client.submit(job, id, program).statusCode()).isEqualTo(200);
    clock.advance(QUEUED.plus(EXECUTING));
    return awaitStatus(id, "Succeeded");
  }

  @Test
  void job_bellAsIonqJson_goesThroughItsLifeToTheExactHistogram() throws IOException {
    HttpResponse<String> created = client.submit(EmulatorClient.ionqJob(), id, BELL_IONQ);

    assertThat(created.statusCode()).isEqualTo(200);
    JsonNode answer = EmulatorClient.json(created);
    assertThat(answer.get("status").asText()).isEqualTo("Waiting");
    assertThat(answer.get("providerId").asText()).isEqualTo("ionq");
    assertThat(answer.get("containerUri").asText()).endsWith("/job-" + id);
    assertThat(answer.get("creationTime").asText()).isEqualTo("2026-08-21T10:00:00.1234567+00:00");
    assertThat(client.job(id).get("status").asText()).isEqualTo("Waiting");

    clock.advance(QUEUED);
    JsonNode executing = client.job(id);
    assertThat(executing.get("status").asText()).isEqualTo("Executing");
    assertThat(executing.get("beginExecutionTime").asText()).isEqualTo("2026-08-21T10:00:30.123Z");

    clock.advance(EXECUTING);
    JsonNode done = awaitStatus(id, "Succeeded");
    assertThat(done.get("outputDataUri").asText()).contains("/rawOutputData?");
    JsonNode histogram =
        EmulatorJson.MAPPER.readTree(EmulatorClient.download(done)).get("histogram");
    assertThat(histogram.properties()).extracting(Map.Entry::getKey).containsExactly("0", "3");
    assertThat(histogram.get("0").doubleValue()).isEqualTo(0.5, within(1e-12));
    assertThat(emulator.journal().creates(id)).isEqualTo(1);
  }

  @Test
  void job_openQasmWithoutNoise_answersRegistersHighestBitFirst() throws IOException {
    ObjectNode job = EmulatorClient.quantinuumJob("quantinuum.sim.h2-1e", 3);
    ((ObjectNode) job.get("inputParams")).put("error-model", false);

    JsonNode done = runToEnd(job, id, ASYMMETRIC_QASM);

    assertThat(EmulatorClient.download(done))
        .isEqualTo("{\"low\":[\"01\",\"01\",\"01\"],\"high\":[\"1\",\"1\",\"1\"]}");
  }

  @Test
  void job_noisyEmulator_showsErrorsUnlessSwitchedOff() throws IOException {
    ObjectNode job = EmulatorClient.quantinuumJob("quantinuum.sim.h2-1e", 20_000);

    JsonNode done = runToEnd(job, id, ASYMMETRIC_QASM);

    JsonNode low = EmulatorJson.MAPPER.readTree(EmulatorClient.download(done)).get("low");
    assertThat(low).hasSize(20_000);
    assertThat(low)
        .extracting(JsonNode::asText)
        .contains("00", "11")
        .filteredOn("01"::equals)
        .hasSizeGreaterThan(19_000);
  }

  @Test
  void job_syntaxChecker_answersZeros() throws IOException {
    JsonNode done =
        runToEnd(EmulatorClient.quantinuumJob("quantinuum.sim.h2-1sc", 2), id, ASYMMETRIC_QASM);

    assertThat(EmulatorClient.download(done))
        .isEqualTo("{\"low\":[\"00\",\"00\"],\"high\":[\"0\",\"0\"]}");
  }

  @Test
  void job_unreadableProgram_fails() throws IOException {
    client.submit(EmulatorClient.ionqJob(), id, "{\"qubits\":2,\"circuit\":[{\"gate\":\"nope\"}]}");
    clock.advance(QUEUED.plus(EXECUTING));

    JsonNode failed = awaitStatus(id, "Failed");

    assertThat(failed.at("/errorData/code").asText()).isEqualTo("InvalidInputData");
    assertThat(failed.at("/errorData/message").asText()).isNotEmpty();
  }

  @Test
  void create_repeated_isTheSameJobOrAConflict() throws IOException {
    ObjectNode job = EmulatorClient.ionqJob();
    client.submit(job, id, BELL_IONQ);
    job.put("containerUri", job.get("containerUri").asText().replaceFirst("sig=.*", "sig=other"));

    assertThat(client.send("PUT", "/jobs/" + id, job).statusCode()).isEqualTo(200);
    assertThat(client.send("PUT", "/jobs/" + id, job.put("name", "other")).statusCode())
        .isEqualTo(409);

    assertThat(emulator.journal().creates(id)).isEqualTo(1);
    assertThat(emulator.journal().repeats(id)).isEqualTo(2);
  }

  @Test
  void cancel_waitingJob_endsCancelledWithoutOutput() throws IOException {
    client.submit(EmulatorClient.ionqJob(), id, BELL_IONQ);

    assertThat(client.send("POST", "/jobs/" + id + "%3Acancel", "").statusCode()).isEqualTo(204);
    assertThat(client.job(id).get("status").asText()).isEqualTo("CancellationRequested");
    clock.advance(Duration.ofSeconds(2));

    JsonNode cancelled = client.job(id);
    assertThat(cancelled.get("status").asText()).isEqualTo("Cancelled");
    assertThat(cancelled.get("cancellationTime").asText()).isEqualTo("2026-08-21T10:00:02.123Z");
    assertThat(emulator.journal().cancels(id)).isEqualTo(1);
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> EmulatorClient.download(cancelled))
                    .isInstanceOf(BlobStorageException.class));
  }

  @Test
  void create_refusals_haveTheServicesStatusCodeAndMessage() throws IOException {
    ObjectNode job = EmulatorClient.ionqJob();
    client.upload(id, BELL_IONQ, job);

    assertRefused(
        job.deepCopy().put("providerId", "nobody"),
        403,
        "InvalidJobDefinition",
        "The provider specified does not exist or is not enabled for the workspace.");
    assertRefused(
        job.deepCopy().put("target", "ionq.none"),
        403,
        "InvalidJobDefinition",
        "The target specified does not exist or is not enabled for the workspace.");
    ObjectNode formatless = job.deepCopy();
    formatless.remove("outputDataFormat");
    assertRefused(
        formatless, 400, "InvalidJobDefinition", "The OutputDataFormat field is required.");
    emulator.setTarget("ionq.simulator", Availability.UNAVAILABLE, 0);
    assertRefused(
        job,
        409,
        "TargetUnavailable",
        "The target specified is currently unavailable. Please try again later.");
    emulator.setTarget("ionq.simulator", Availability.AVAILABLE, 0);
    assertThat(emulator.journal().creates(id)).isZero();
  }

  private void assertRefused(ObjectNode job, int status, String code, String message)
      throws IOException {
    HttpResponse<String> response = client.send("PUT", "/jobs/" + id, job);
    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode error = EmulatorClient.json(response).get("error");
    assertThat(error.get("code").asText()).isEqualTo(code);
    assertThat(error.get("message").asText()).isEqualTo(message);
  }

  @Test
  void statusWords_v2_areQueuedAndCompleted() throws IOException {
    try (QuantumEmulator second =
        QuantumEmulator.start(settings().withWorkspaceKind(WorkspaceKind.V2))) {
      EmulatorClient itsClient = new EmulatorClient(second);
      itsClient.submit(EmulatorClient.ionqJob(), id, BELL_IONQ);

      assertThat(itsClient.job(id).get("status").asText()).isEqualTo("Queued");
      clock.advance(QUEUED.plus(EXECUTING));
      await().until(() -> itsClient.job(id).get("status").asText().equals("Completed"));
    }
  }

  @Test
  void list_pagesAndFilters_followTheLinksToTheEnd() throws IOException {
    for (int i = 0; i < 5; i++) {
      String one = id.substring(0, 35) + i;
      client.submit(EmulatorClient.ionqJob().put("name", "run-" + i), one, BELL_IONQ);
      clock.advance(Duration.ofSeconds(1));
    }

    JsonNode first =
        EmulatorClient.json(
            client.get(
                "/jobs?filter=startswith%28Name%2C%20%27run%27%29%20and%20%28State%20eq%20%27Waiting%27%29"
                    + "&orderby=Name%20desc&skip=0&top=3"));
    assertThat(first.get("value"))
        .extracting(job -> job.get("name").asText())
        .containsExactly("run-4", "run-3", "run-2");
    HttpResponse<String> next =
        client.sendRaw(
            EmulatorClient.request(first.get("nextLink").asText())
                .header("x-ms-quantum-api-key", "local-api-key"));
    JsonNode second = EmulatorClient.json(next);
    assertThat(second.get("value"))
        .extracting(job -> job.get("name").asText())
        .containsExactly("run-1", "run-0");
    assertThat(second.get("nextLink").isNull()).isTrue();
    assertThat(second.at("/value/0/containerUri").asText()).doesNotContain("?");
  }

  @Test
  void credentials_missingOrWrong_areAnEmpty401() throws IOException {
    String uri =
        emulator.httpEndpoint()
            + emulator.workspace().resourceId()
            + "/jobs?api-version=2026-01-15-preview";

    for (var request :
        List.of(
            EmulatorClient.request(uri),
            EmulatorClient.request(uri).header("x-ms-quantum-api-key", "wrong"),
            EmulatorClient.request(uri).header("Authorization", "Bearer wrong"))) {
      HttpResponse<String> response = client.sendRaw(request);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).isEmpty();
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer error=\"invalid_token\"");
    }
  }
}
