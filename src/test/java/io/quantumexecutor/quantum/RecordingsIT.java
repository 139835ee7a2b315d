package io.quantumexecutor.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.QuantumException;
import io.quantumexecutor.job.QuantumWorkspace;
import io.quantumexecutor.job.QuantumWorkspace.ListQuery;
import io.quantumexecutor.job.QuantumWorkspace.NewProviderJob;
import io.quantumexecutor.job.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.job.QuantumWorkspace.UploadedInput;
import io.quantumexecutor.job.QuantumWorkspace.Which;
import io.quantumexecutor.job.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the real service once answered, replayed to the client. */
@Timeout(120)
class RecordingsIT {
  private static final ListQuery FIRST = new ListQuery(LocalDate.EPOCH, Which.ALL, 0, 100);

  private static final Path RECORDINGS = Path.of("../shared/recordings");
  private static final Set<String> NOT_SENT = Set.of("id", "metadata", "sessionId");

  private final StubService service = new StubService();
  private final QuantumWorkspace client = new StubbedClient(service).open();

  @BeforeAll
  static void needRecordings() {
    assumeTrue(Files.isDirectory(RECORDINGS), "no recordings of the real service here");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void find_recordedAnswers_areRead() {
    List<JsonNode> calls = calls("GET", "/jobs/[^/]+");

    assertThat(calls).hasSizeGreaterThan(100);
    for (JsonNode call : calls) {
      JsonNode answer = replay(call);
      ProviderJob job = client.find(id(answer.path("id").asText())).orElseThrow();

      assertThat(job.status()).isEqualTo(answer.path("status").asText());
      assertThat(job.createdAt()).isNotNull();
      assertThat(job.outputUri()).hasToString(answer.path("outputDataUri").asText());
      assertThat(job.errorCode()).isEqualTo(answer.at("/errorData/code").textValue());
      assertThat(job.costEstimate() == null).isEqualTo(answer.path("costEstimate").isNull());
    }
  }

  @Test
  void create_recordedRequests_areSentAlikeAndTheirAnswersRead() {
    List<JsonNode> calls = calls("PUT", "/jobs/[^/]+");

    assertThat(calls).hasSizeGreaterThan(20);
    for (JsonNode call : calls) {
      JsonNode answer = replay(call);
      ObjectNode recorded = call.at("/request/body").deepCopy();
      int status = call.at("/response/status").asInt();

      if (status == 200) {
        assertThat(client.create(job(id(answer.path("id").asText()), recorded)).status())
            .isEqualTo(answer.path("status").asText());
      } else {
        assertThat(refusal(recorded).code()).isEqualTo(answer.at("/error/code").asText());
      }
      assertThat(lastSent()).isEqualTo(expected(recorded));
    }
  }

  @Test
  void create_recordedRefusals_areToldApart() {
    Map<Integer, QuantumException.Kind> kinds =
        Map.of(
            400, QuantumException.Kind.REJECTED,
            403, QuantumException.Kind.REJECTED,
            409, QuantumException.Kind.TRY_LATER);
    for (JsonNode call : calls("PUT", "/jobs/[^/]+")) {
      int status = call.at("/response/status").asInt();
      if (status != 200) {
        replay(call);
        assertThat(refusal(call.at("/request/body")).kind()).isEqualTo(kinds.get(status));
      }
    }
  }

  @Test
  void list_recordedPages_areRead() {
    for (JsonNode call : calls("GET", "/jobs")) {
      JsonNode answer = replay(call);
      if (call.at("/response/status").asInt() == 200) {
        assertThat(client.list(FIRST).jobs()).hasSameSizeAs(answer.path("value"));
      } else {
        QuantumException denied =
            catchThrowableOfType(QuantumException.class, () -> client.list(FIRST));
        assertThat(denied.kind()).isEqualTo(QuantumException.Kind.DENIED);
      }
    }
  }

  @Test
  void targets_recordedAnswers_areRead() {
    for (JsonNode call : calls("GET", "/providerStatus")) {
      JsonNode answer = replay(call);
      List<String> names = answer.findValues("targets").stream().flatMap(this::ids).toList();

      assertThat(client.targets())
          .isNotEmpty()
          .extracting(QuantumWorkspace.TargetStatus::name)
          .containsExactlyElementsOf(names);
    }
  }

  @Test
  void quotas_recordedAnswers_areRead() {
    for (JsonNode call : calls("GET", "/quotas")) {
      List<String> dimensions = replay(call).path("value").findValuesAsText("dimension");

      assertThat(client.quotas())
          .isNotEmpty()
          .extracting(QuantumWorkspace.Quota::dimension)
          .containsExactlyElementsOf(dimensions);
    }
  }

  private Stream<String> ids(JsonNode targets) {
    return targets.findValuesAsText("id").stream();
  }

  private JsonNode replay(JsonNode call) {
    JsonNode response = call.path("response");
    String body = response.path("body").isMissingNode() ? "" : response.path("body").toString();
    service.will(StubService.json(response.path("status").asInt(), body));
    return response.path("body");
  }

  private QuantumException refusal(JsonNode recorded) {
    return catchThrowableOfType(
        QuantumException.class, () -> client.create(job(StubbedClient.ID, recorded)));
  }

  private JsonNode lastSent() {
    List<StubService.Seen> seen = service.seen();
    return parse(seen.get(seen.size() - 1).body());
  }

  /** The recorded request without what this client never sends. */
  private static JsonNode expected(ObjectNode recorded) {
    recorded.remove(NOT_SENT);
    if (!recorded.has("outputDataFormat")) {
      recorded.put("outputDataFormat", "");
    }
    return recorded;
  }

  private static NewProviderJob job(JobId id, JsonNode recorded) {
    return new NewProviderJob(
        id,
        recorded.path("name").asText(),
        recorded.path("providerId").asText(),
        recorded.path("target").asText(),
        new Target.Format(
            recorded.path("inputDataFormat").asText(),
            recorded.path("outputDataFormat").asText(),
            "text/plain"),
        ServiceJson.MAPPER.convertValue(recorded.path("inputParams"), new TypeReference<>() {}),
        null,
        List.of(),
        new UploadedInput(
            URI.create(recorded.path("containerUri").asText()),
            URI.create(recorded.path("inputDataUri").asText())));
  }

  private static JobId id(String text) {
    return JobId.parse(text).orElseThrow();
  }

  /** The recorded calls to a path of the workspace; the oldest have no api-version. */
  private static List<JsonNode> calls(String method, String path) {
    List<JsonNode> calls = new ArrayList<>();
    try (Stream<Path> files = Files.list(RECORDINGS)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).sorted().toList()) {
        parse(Files.readString(file)).forEach(calls::add);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    calls.removeIf(call -> !isTo(call.path("request"), method, path));
    return calls;
  }

  private static boolean isTo(JsonNode request, String method, String path) {
    return request.path("method").asText().equals(method)
        && request.path("uri").asText().matches(".*/workspaces/[^/]+" + path + "\\?.*");
  }

  private static JsonNode parse(String json) {
    try {
      return ServiceJson.MAPPER.readTree(json);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
