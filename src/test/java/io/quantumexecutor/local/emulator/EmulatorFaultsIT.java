package io.quantumexecutor.local.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.azure.storage.blob.models.BlobStorageException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.storage.SharedAzurite;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

final class EmulatorFaultsIT {
  private static final String PROGRAM =
      "{\"qubits\":1,\"circuit\":[{\"gate\":\"x\",\"target\":0}]}";
  private static QuantumEmulator emulator;
  private static EmulatorClient client;

  private String id;

  @BeforeAll
  static void start() {
    Duration none = Duration.ZERO;
    emulator =
        QuantumEmulator.start(
            EmulatorSettings.forStorage(SharedAzurite.ownAccount())
                .withJobLife(new JobLife(InstantSource.system(), none, none, none)));
    client = new EmulatorClient(emulator);
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @BeforeEach
  void name(TestInfo test) {
    id = UUID.nameUUIDFromBytes(test.getDisplayName().getBytes(UTF_8)).toString();
  }

  @AfterEach
  void everyFaultFired() {
    assertThat(emulator.faults().unfired()).isEmpty();
    emulator.faults().clear();
  }

  private JsonNode finished() throws IOException {
    await().until(() -> client.job(id).path("status").asText().equals("Succeeded"));
    return client.job(id);
  }

  @Test
  void answerBefore_onTheSecondCall_changesNothing() throws IOException {
    var throttled = new InjectedFault.AnswerBefore(429, Map.of("Retry-After", "7"), "{}");
    emulator.faults().add(new InjectedFault(Route.CREATE_JOB, id, 2, 1, throttled));

    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);
    HttpResponse<String> second = client.send("PUT", "/jobs/" + id, "{}");

    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(emulator.journal().repeats(id)).isZero();
  }

  @Test
  void answerAfter_onCreate_leavesAJobBehindAnError() throws IOException {
    emulator
        .faults()
        .add(
            new InjectedFault(
                Route.CREATE_JOB, id, 1, 1, new InjectedFault.AnswerAfter(503, Map.of(), "")));

    assertThat(client.submit(EmulatorClient.ionqJob(), id, PROGRAM).statusCode()).isEqualTo(503);

    assertThat(emulator.journal().creates(id)).isEqualTo(1);
    assertThat(finished().get("id").asText()).isEqualTo(id);
  }

  @Test
  void resets_beforeAndAfter_differInWhatHappened() throws IOException {
    emulator
        .faults()
        .add(new InjectedFault(Route.CREATE_JOB, id, 1, 1, new InjectedFault.ResetBefore()));
    emulator
        .faults()
        .add(new InjectedFault(Route.CREATE_JOB, id, 2, 1, new InjectedFault.ResetAfter()));
    var job = EmulatorClient.ionqJob();
    client.upload(id, PROGRAM, job);

    assertThatThrownBy(() -> client.send("PUT", "/jobs/" + id, job))
        .isInstanceOf(IOException.class);
    assertThat(emulator.journal().creates(id)).isZero();
    assertThatThrownBy(() -> client.send("PUT", "/jobs/" + id, job))
        .isInstanceOf(IOException.class);
    assertThat(emulator.journal().creates(id)).isEqualTo(1);
    assertThat(emulator.journal().entries())
        .filteredOn(entry -> entry.id().equals(id))
        .extracting(EmulatorJournal.Entry::status)
        .containsExactly(0, 0);
  }

  @Test
  void truncateAndMalformed_onGet_areUnreadable() throws IOException {
    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);
    emulator.faults().add(new InjectedFault(Route.GET_JOB, id, 1, 1, new InjectedFault.Truncate()));
    emulator
        .faults()
        .add(new InjectedFault(Route.GET_JOB, id, 2, 1, new InjectedFault.Malformed()));

    assertThatThrownBy(() -> client.job(id)).isInstanceOf(IOException.class);
    HttpResponse<String> malformed = client.get("/jobs/" + id);
    assertThat(malformed.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> EmulatorClient.json(malformed))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void showStatus_sequence_isShownOneAfterTheOther() throws IOException {
    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);
    finished();
    var words = new InjectedFault.ShowStatus(List.of("Waiting", "Unheard"));
    emulator.faults().add(new InjectedFault(Route.GET_JOB, id, 1, 3, words));

    assertThat(client.job(id).get("status").asText()).isEqualTo("Waiting");
    assertThat(client.job(id).get("status").asText()).isEqualTo("Unheard");
    assertThat(client.job(id).get("status").asText()).isEqualTo("Unheard");
    assertThat(client.job(id).get("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void forget_onGet_losesTheJobForGood() throws IOException {
    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);
    emulator.faults().add(new InjectedFault(Route.GET_JOB, id, 1, 1, new InjectedFault.Forget()));

    assertThat(client.get("/jobs/" + id).statusCode()).isEqualTo(404);
    assertThat(client.get("/jobs/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void targetUnavailable_onCreate_isTheServicesConflict() throws IOException {
    emulator
        .faults()
        .add(new InjectedFault(Route.CREATE_JOB, id, 1, 1, new InjectedFault.TargetUnavailable()));

    HttpResponse<String> refused = client.submit(EmulatorClient.ionqJob(), id, PROGRAM);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("\"code\":\"TargetUnavailable\"");
    assertThat(client.send("PUT", "/jobs/" + id, refused).statusCode()).isEqualTo(400);
  }

  @Test
  void delay_onGet_answersLate() throws IOException {
    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);
    emulator.faults().add(new InjectedFault(Route.GET_JOB, id, 1, 1, new InjectedFault.Delay(300)));
    long start = System.nanoTime();

    assertThat(client.job(id).get("id").asText()).isEqualTo(id);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
  }

  @Test
  void output_missing_isNotThereAfterSuccess() throws IOException {
    emulator
        .faults()
        .add(new InjectedFault(Route.OUTPUT, id, 1, 1, new InjectedFault.OutputMissing()));
    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);
    JsonNode done = finished();

    assertThatThrownBy(() -> EmulatorClient.download(done))
        .isInstanceOf(BlobStorageException.class)
        .hasMessageContaining("BlobNotFound");
  }

  @Test
  void output_late_appearsAfterAWhile() throws IOException {
    emulator
        .faults()
        .add(new InjectedFault(Route.OUTPUT, id, 1, 1, new InjectedFault.OutputLate(1_500)));
    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);
    JsonNode done = finished();

    assertThatThrownBy(() -> EmulatorClient.download(done))
        .isInstanceOf(BlobStorageException.class);
    await()
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(EmulatorClient.download(done)).isEqualTo("{\"histogram\":{\"1\":1.0}}"));
  }

  @Test
  void output_truncated_isHalf() throws IOException {
    emulator
        .faults()
        .add(new InjectedFault(Route.OUTPUT, id, 1, 1, new InjectedFault.OutputTruncated()));
    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);

    assertThat(EmulatorClient.download(finished())).isEqualTo("{\"histogram");
  }

  @Test
  void control_faultsOverHttp_areArmedAndCounted() throws IOException {
    String faults = emulator.httpEndpoint() + "/emulator/faults";
    String fault =
        "{\"route\":\"getJob\",\"job_id\":\"%s\",\"action\":{\"do\":\"answer_before\",\"status\":503}}"
            .formatted(id);
    client.sendRaw(EmulatorClient.request(faults).POST(BodyPublishers.ofString(fault)));

    assertThat(client.get("/jobs/" + id).statusCode()).isEqualTo(503);

    JsonNode armed = EmulatorClient.json(client.sendRaw(EmulatorClient.request(faults)));
    assertThat(armed.at("/0/fired").asInt()).isEqualTo(1);
    assertThat(armed.at("/0/job_id").asText()).isEqualTo(id);
    String bad = "{\"route\":\"nowhere\",\"action\":{\"do\":\"forget\"}}";
    HttpResponse<String> refused =
        client.sendRaw(EmulatorClient.request(faults).POST(BodyPublishers.ofString(bad)));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("No route is called nowhere");
  }

  @Test
  void control_journal_tellsWhatHappened() throws IOException {
    client.submit(EmulatorClient.ionqJob(), id, PROGRAM);

    JsonNode journal =
        EmulatorClient.json(
            client.sendRaw(EmulatorClient.request(emulator.httpEndpoint() + "/emulator/journal")));

    assertThat(journal.at("/creates/" + id).asInt()).isEqualTo(1);
    JsonNode last = journal.get("requests").get(journal.get("requests").size() - 1);
    assertThat(last.get("route").asText()).isEqualTo("createJob");
    assertThat(last.get("credential").asText()).isEqualTo("api_key");
    assertThat(last.get("status").asInt()).isEqualTo(200);
  }

  @Test
  void unfired_neverMatched_isReported() {
    InjectedFault fault = InjectedFault.always(Route.GET_JOB, id, new InjectedFault.Malformed());
    emulator.faults().add(fault);

    assertThat(emulator.faults().unfired()).containsExactly(fault);
    emulator.faults().clear();
  }
}
