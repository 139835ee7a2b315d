package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.storage.SharedAzurite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The calls that Microsoft's Python SDK makes for each of its actions, in their order. */
final class SdkSequencesIT {
  private enum Login {
    API_KEY,
    BEARER
  }

  private static final String VERSION = "?api-version=2026-01-15-preview";
  private static final String PROGRAM =
      "{\"qubits\":1,\"circuit\":[{\"gate\":\"x\",\"target\":0}]}";
  private static final Duration STEP = Duration.ofSeconds(10);

  private static final ProviderClock clock = new ProviderClock();
  private static QuantumEmulator emulator;

  private EmulatedWorkspace workspace;
  private ServiceCaller caller;

  @BeforeAll
  static void start() {
    emulator =
        QuantumEmulator.start(
            EmulatorSettings.forStorage(SharedAzurite.ownAccount())
                .withJobLife(new JobLife(clock, STEP, STEP, STEP, STEP)));
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  /** Every test begins with an empty workspace. */
  @BeforeEach
  void reset() {
    clock.reset();
    String name = "w" + UUID.randomUUID();
    workspace =
        new EmulatedWorkspace(EmulatedWorkspace.LOCAL.subscriptionId(), "local", name, "eastus");
    emulator.addWorkspace(workspace);
  }

  private void login(Login login) throws IOException, GeneralSecurityException {
    caller =
        login == Login.API_KEY
            ? ServiceCaller.withKey(emulator)
            : ServiceCaller.withToken(emulator, Tokens.QUANTUM);
  }

  private String path(String rest) {
    String query = rest.contains("?") ? rest.replace("?", VERSION + "&") : rest + VERSION;
    return workspace.resourceId() + query;
  }

  private JsonNode get(String rest) throws IOException {
    return caller.json("GET", path(rest), "");
  }

  private String submit(ObjectNode extra) throws IOException {
    String id = UUID.randomUUID().toString();
    String container =
        caller
            .json(
                "POST", path("/storage/sasUri"), ServiceCaller.object("containerName", "job-" + id))
            .get("sasUri")
            .asText();
    assertThat(caller.upload(container, "inputData", PROGRAM).statusCode()).isEqualTo(201);
    ObjectNode job = EmulatorClient.ionqJob().put("containerUri", container);
    job.put("inputDataUri", container.replaceFirst("\\?.*", "/inputData"));
    job.setAll(extra);
    JsonNode created = caller.json("PUT", path("/jobs/" + id), job);
    assertThat(created.get("id").asText()).isEqualTo(id);
    assertThat(created.get("outputDataUri").asText()).doesNotContain("?");
    return id;
  }

  private void run(String id) {
    clock.advance(STEP.multipliedBy(3));
    await().until(() -> get("/jobs/" + id).get("status").asText().equals("Succeeded"));
  }

  private List<String> names(String rest) throws IOException {
    List<String> names = new ArrayList<>();
    JsonNode page = get(rest);
    while (true) {
      page.get("value").forEach(item -> names.add(item.get("name").asText()));
      if (page.get("nextLink").isNull()) {
        return names;
      }
      page = caller.json("GET", page.get("nextLink").asText(), "");
    }
  }

  private List<Route> routes() {
    return emulator.journal().entries().stream()
        .filter(entry -> entry.target().contains(workspace.name()))
        .map(EmulatorJournal.Entry::route)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void targets_listed_haveStateSizeAndProfile(Login login) throws Exception {
    login(login);
    JsonNode provider = get("/providerStatus").at("/value/0");

    assertThat(provider.get("id").asText()).isEqualTo("ionq");
    JsonNode target = provider.at("/targets/0");
    assertThat(target.get("currentAvailability").asText()).isEqualTo("Available");
    assertThat(target.get("numQubits").asInt()).isEqualTo(29);
    assertThat(target.get("targetProfile").asText()).isEqualTo("Base");
    String older = path("/providerStatus").replaceFirst("2026-01-15", "2025-09-01");
    assertThat(caller.json("GET", older, "").at("/value/0/targets/0").has("numQubits")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void job_submittedAndAwaited_hasResults(Login login) throws Exception {
    login(login);
    String id = submit(EmulatorJson.object());
    List<String> seen = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      seen.add(get("/jobs/" + id).get("status").asText());
      clock.advance(STEP);
      await().until(() -> !get("/jobs/" + id).get("status").asText().equals(last(seen)));
    }
    seen.add(get("/jobs/" + id).get("status").asText());
    assertThat(seen).containsExactly("Waiting", "Executing", "Finishing", "Succeeded");

    HttpResponse<String> results =
        caller.download(get("/jobs/" + id).get("outputDataUri").asText());

    assertThat(results.statusCode()).isEqualTo(206);
    assertThat(results.headers().firstValue("content-range")).hasValue("bytes 0-22/23");
    assertThat(results.body()).isEqualTo("{\"histogram\":{\"1\":1.0}}");
    assertThat(routes()).containsExactly(Route.SAS_URI, Route.CREATE_JOB, Route.GET_JOB);
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void results_ofAnExpiredSignature_areFetchedWithANewOne(Login login) throws Exception {
    login(login);
    String id = submit(EmulatorJson.object());
    run(id);
    emulator.faults().add(InjectedFault.first(Route.GET_JOB, new InjectedFault.ExpiredSas()));

    String expired = get("/jobs/" + id).get("outputDataUri").asText();
    assertThat(expired).contains("se=2020-01-01");
    assertThat(caller.download(expired).statusCode()).isEqualTo(403);

    ObjectNode ask = ServiceCaller.object("containerName", "job-" + id);
    ask.put("blobName", "rawOutputData");
    String fresh = caller.json("POST", path("/storage/sasUri"), ask).get("sasUri").asText();
    assertThat(caller.download(fresh).body()).contains("histogram");
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void job_cancelled_isShownCancelling(Login login) throws Exception {
    login(login);
    String id = submit(EmulatorJson.object());

    assertThat(caller.send("POST", path("/jobs/" + id + ":cancel"), "").statusCode())
        .isEqualTo(204);
    assertThat(get("/jobs/" + id).get("status").asText()).isEqualTo("CancellationRequested");
    clock.advance(STEP);
    assertThat(get("/jobs/" + id).get("status").asText()).isEqualTo("Cancelled");
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void job_updatedAndDeleted_isChangedAndThenGone(Login login) throws Exception {
    login(login);
    String id = submit(EmulatorJson.object());
    ObjectNode patch = ServiceCaller.object("name", "renamed");
    patch.putArray("tags").add("one");

    JsonNode updated = caller.json("PATCH", path("/jobUpdateOptions/" + id), patch);

    assertThat(updated)
        .hasToString(
            "{\"id\":\"%s\",\"name\":\"renamed\",\"priority\":\"Standard\",\"tags\":[\"one\"]}"
                .formatted(id));
    assertThat(get("/jobs/" + id).get("name").asText()).isEqualTo("renamed");
    assertThat(caller.send("DELETE", path("/jobs/" + id), "").statusCode()).isEqualTo(204);
    assertThat(caller.send("GET", path("/jobs/" + id), "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void lists_followedByTheirLinks_showEachItemOnce(Login login) throws Exception {
    login(login);
    String session = openSession("Continue");
    for (String name : List.of("a", "b", "c")) {
      clock.advance(Duration.ofSeconds(1));
      submit(ServiceCaller.object("name", name));
    }
    submit(ServiceCaller.object("name", "inside").put("sessionId", session));

    assertThat(names("/jobs?skip=0&top=2")).containsExactly("a", "b", "c", "inside");
    assertThat(names("/topLevelItems?skip=0&top=3")).containsExactly("sdk", "a", "b", "c");
    assertThat(names("/sessions?skip=0&top=100")).containsExactly("sdk");
    assertThat(names("/sessions/" + session + "/jobs?skip=0&top=100")).containsExactly("inside");
    assertThat(names("/topLevelItems?filter=%28ItemType%20eq%20%27Session%27%29&skip=0&top=100"))
        .containsExactly("sdk");
  }

  private String openSession(String policy) throws IOException {
    String id = UUID.randomUUID().toString();
    ObjectNode session = ServiceCaller.object("itemType", "Session").put("name", "sdk");
    session.put("providerId", "ionq").put("target", "ionq.simulator");
    JsonNode opened =
        caller.json("PUT", path("/sessions/" + id), session.put("jobFailurePolicy", policy));
    assertThat(opened.get("status").asText()).isEqualTo("Waiting");
    return id;
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void session_openedUsedAndClosed_succeeds(Login login) throws Exception {
    login(login);
    String session = openSession("Abort");
    run(submit(ServiceCaller.object("sessionId", session)));
    assertThat(get("/sessions/" + session).get("status").asText()).isEqualTo("Executing");

    JsonNode closed = caller.json("POST", path("/sessions/" + session + ":close"), "");

    assertThat(closed.get("status").asText()).isEqualTo("Succeeded");
    assertThat(closed.get("endExecutionTime").isNull()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void session_abortedByAFailedJob_cancelsItsOtherJobs(Login login) throws Exception {
    login(login);
    String session = openSession("Abort");
    ObjectNode member = ServiceCaller.object("sessionId", session);
    String bad = submit(member.deepCopy().put("outputDataFormat", "microsoft.quantum-results.v2"));
    clock.advance(STEP);
    String other = submit(member);
    clock.advance(STEP.multipliedBy(2));
    await().until(() -> get("/jobs/" + bad).get("status").asText().equals("Failed"));
    await()
        .until(() -> get("/jobs/" + other).get("status").asText().equals("CancellationRequested"));
    clock.advance(STEP);

    assertThat(get("/jobs/" + other).get("status").asText()).isEqualTo("Cancelled");
    assertThat(get("/jobs/" + bad).at("/errorData/code").asText())
        .isEqualTo("CannotTranslateOutputData");
    assertThat(get("/sessions/" + session).get("status").asText()).isEqualTo("Failed");
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void quotas_listed_areOnePage(Login login) throws Exception {
    login(login);
    JsonNode page = get("/quotas");

    assertThat(page.at("/value/0/dimension").asText()).isEqualTo("ehqc");
    assertThat(page.get("nextLink").isNull()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void attachment_uploaded_isListedAndDownloaded(Login login) throws Exception {
    login(login);
    String id = submit(EmulatorJson.object());
    ObjectNode ask = ServiceCaller.object("containerName", "job-" + id);
    String container = caller.json("POST", path("/storage/sasUri"), ask).get("sasUri").asText();

    assertThat(caller.upload(container, "notes", "text").statusCode()).isEqualTo(201);
    assertThat(caller.upload(container, "notes", "text").statusCode()).isEqualTo(409);

    String readable = get("/jobs/" + id).get("containerUri").asText();
    HttpResponse<String> list =
        caller.storage(
            HttpRequest.newBuilder(URI.create(readable + "&restype=container&comp=list")));
    assertThat(list.body()).contains("<Name>inputData</Name>", "<Name>notes</Name>");
    assertThat(caller.download(readable.replaceFirst("\\?", "/notes?")).body()).isEqualTo("text");
  }
}
