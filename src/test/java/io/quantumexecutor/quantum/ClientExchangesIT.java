package io.quantumexecutor.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.TestFiles;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.workspace.ProviderFormat;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ListQuery;
import io.quantumexecutor.workspace.QuantumWorkspace.NewProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.UploadedInput;
import io.quantumexecutor.workspace.QuantumWorkspace.Which;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the service answers, replayed to the client. */
@Timeout(120)
class ClientExchangesIT {
  private static final ListQuery FIRST = new ListQuery(LocalDate.EPOCH, Which.ALL, 0, 100);

  private static final Set<String> NOT_SENT = Set.of("id", "metadata", "sessionId");

  private final StubService service = new StubService();
  private final QuantumWorkspace client = new StubbedClient(service).open();

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @EnumSource(TestFiles.class)
  void find_answers_areRead(TestFiles from) {
    for (JsonNode call : calls(from, "GET", "/jobs/[^/]+")) {
      JsonNode answer = replay(call);
      ProviderJob job = client.find(id(answer.path("id").asText())).orElseThrow();

      assertThat(job.status()).isEqualTo(answer.path("status").asText());
      assertThat(job.createdAt()).isNotNull();
      assertThat(job.outputUri()).hasToString(answer.path("outputDataUri").asText());
      assertThat(job.errorCode()).isEqualTo(answer.at("/errorData/code").textValue());
      assertThat(job.costEstimate() == null).isEqualTo(answer.path("costEstimate").isNull());
    }
  }

  @ParameterizedTest
  @EnumSource(TestFiles.class)
  void create_requests_areSentAlikeAndTheirAnswersRead(TestFiles from) {
    for (JsonNode call : calls(from, "PUT", "/jobs/[^/]+")) {
      JsonNode answer = replay(call);
      ObjectNode recorded = call.at("/request/body").deepCopy();

      if (status(call) == 200) {
        assertThat(client.create(job(id(answer.path("id").asText()), recorded)).status())
            .isEqualTo(answer.path("status").asText());
      } else {
        assertThat(refusal(recorded).code()).isEqualTo(answer.at("/error/code").asText());
      }
      assertThat(lastSent()).isEqualTo(expected(recorded));
    }
  }

  @ParameterizedTest
  @EnumSource(TestFiles.class)
  void create_refusals_areToldApart(TestFiles from) {
    Map<Integer, QuantumException.Kind> kinds =
        Map.of(
            400, QuantumException.Kind.REJECTED,
            403, QuantumException.Kind.REJECTED,
            409, QuantumException.Kind.TRY_LATER);
    List<JsonNode> calls = calls(from, "PUT", "/jobs/[^/]+");

    assertThat(calls).extracting(ClientExchangesIT::status).containsAll(kinds.keySet());
    for (JsonNode call : calls) {
      int status = status(call);
      if (status != 200) {
        replay(call);
        assertThat(refusal(call.at("/request/body")).kind()).isEqualTo(kinds.get(status));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestFiles.class)
  void list_pages_areRead(TestFiles from) {
    List<JsonNode> calls = calls(from, "GET", "/jobs");

    assertThat(calls).extracting(ClientExchangesIT::status).contains(200, 401);
    for (JsonNode call : calls) {
      JsonNode answer = replay(call);
      if (status(call) == 200) {
        assertThat(client.list(FIRST).jobs()).hasSameSizeAs(answer.path("value"));
      } else {
        QuantumException denied =
            catchThrowableOfType(QuantumException.class, () -> client.list(FIRST));
        assertThat(denied.kind()).isEqualTo(QuantumException.Kind.DENIED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestFiles.class)
  void targets_answers_areRead(TestFiles from) {
    for (JsonNode call : calls(from, "GET", "/providerStatus")) {
      JsonNode answer = replay(call);
      List<String> names = answer.findValues("targets").stream().flatMap(this::ids).toList();

      assertThat(client.targets())
          .isNotEmpty()
          .extracting(QuantumWorkspace.TargetStatus::name)
          .containsExactlyElementsOf(names);
    }
  }

  @ParameterizedTest
  @EnumSource(TestFiles.class)
  void quotas_answers_areRead(TestFiles from) {
    for (JsonNode call : calls(from, "GET", "/quotas")) {
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
        new ProviderFormat(
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
  private static List<JsonNode> calls(TestFiles from, String method, String path) {
    List<JsonNode> calls =
        from.allExchanges().stream()
            .filter(call -> isTo(call.path("request"), method, path))
            .toList();
    assertThat(calls).isNotEmpty();
    return calls;
  }

  private static int status(JsonNode call) {
    return call.at("/response/status").asInt();
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
