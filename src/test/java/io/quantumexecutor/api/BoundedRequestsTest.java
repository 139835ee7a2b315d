package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.lifecycle.dispatch.DispatchOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller can make the API read and answer. */
class BoundedRequestsTest {
  private static final int MAX_ANSWER = 64 << 10;

  private final ApiFixture api = new ApiFixture();

  /** The largest body that this API takes has 20,000 bytes. */
  private static String full(String text) {
    return text.repeat(19_000 / text.length());
  }

  static Stream<String> longAnswers() {
    return Stream.of(
        "{" + full("\"a\u0001%\":0,").replaceAll("%", "") + "\"z\": 1}",
        ApiFixture.bell("").replace("ionq.simulator", full("\\u0001x")),
        ApiFixture.bell(", \"tags\": [" + full("1,") + "1]"),
        ApiFixture.bell(", \"parameters\": {\"" + full("€") + "\": \"x\"}"),
        "{\"program\": 1, \"" + full("long name ") + "\": 2}");
  }

  @ParameterizedTest
  @MethodSource("longAnswers")
  void refusal_whateverWasSent_isShort(String body) {
    for (ApiResponse answer :
        new ApiResponse[] {
          api.submit(body),
          api.preflight.preflight(ApiFixture.post(body, Map.of())),
          api.workspaces.check(ApiFixture.post(body, Map.of()))
        }) {
      assertThat(answer.status()).isLessThan(500);
      assertThat(answer.body()).hasSizeLessThan(MAX_ANSWER);
    }
  }

  @Test
  void refusal_moreProblemsThanAnybodyReads_listsAHundredAndSaysHowManyFollow() {
    StringBuilder fields = new StringBuilder();
    for (int n = 0; n < 1_000; n++) {
      fields.append(", \"x").append(n).append("\": 0");
    }

    JsonNode problem = ApiFixture.json(api.submit(ApiFixture.bell(fields.toString())));
    JsonNode errors = problem.path("errors");

    assertThat(problem.path("detail").textValue()).startsWith("1000 things are wrong");

    assertThat(errors).hasSize(100);
    assertThat(errors.get(99).path("message").textValue()).startsWith("901 more problems");
  }

  private Stream<Function<ApiRequest, ApiResponse>> routes() {
    return Stream.of(
        api.jobs::submit,
        api.jobs::list,
        api.jobs::get,
        api.jobs::change,
        api.jobs::retry,
        api.jobs::cancel,
        api.jobs::delete,
        api.jobs::result,
        api.jobs::submitted,
        api.preflight::preflight,
        api.workspaces::check,
        api.backends::list);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "€"})
  void anyRoute_bodyThatIsTooLarge_is413(String character) {
    String body = character.repeat(20_001 / character.getBytes(StandardCharsets.UTF_8).length + 1);

    routes()
        .forEach(
            route ->
                assertThat(
                        route
                            .apply(
                                new ApiRequest(
                                    "/api/jobs/x", Map.of(), Map.of(), Optional.of(body), "test"))
                            .status())
                    .isEqualTo(413));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"client_secret\": \"s\"}",
        "{\"nested\": [{\"Access-Token\": \"s\"}]}",
        "{\"apiKey\": {\"value\": \"s\"}}",
        "{\"PASSWORD\": 1}"
      })
  void submit_secretAmongTheOptions_isRefusedWhereItStands(String options) {
    JsonNode errors =
        ApiFixture.json(api.submit(ApiFixture.bell(", \"input_params\": " + options)))
            .path("errors");

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).path("pointer").textValue()).startsWith("/input_params/");
    assertThat(errors.get(0).path("message").textValue()).startsWith("looks like a secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-12-31T23:59:59+18:00",
        "-999999999-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "1000-01-01T00:00:00Z"
      })
  void list_timeFarFromAnyJob_is400(String time) {
    for (String name : new String[] {"created_after", "created_before"}) {
      ApiResponse answer = api.jobs.list(ApiFixture.request("/api/jobs", name, time));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(ApiFixture.json(answer).path("errors").get(0).path("pointer").textValue())
          .isEqualTo("?" + name);
    }
  }

  @Test
  void submit_noMemoryFree_isAskedToComeBack() {
    ApiResponse answer = api.fixture.withNoMemoryFree(() -> api.submit(ApiFixture.bell("")));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "2");
    assertThat(api.submit(ApiFixture.bell("")).status()).isEqualTo(202);
  }

  @Test
  void drop_noMemoryFree_isPutBack() {
    QueueMessage.Drop drop = new QueueMessage.Drop(ApiFixture.bell(""), "m1");

    assertThat(api.fixture.withNoMemoryFree(() -> api.drops.accept(drop))).isEmpty();
    assertThat(QueueMessage.parse(api.fixture.messages().get(0), "m2")).isEqualTo(drop);
  }

  @Test
  void dispatch_noMemoryFree_holdsTheJobAndSubmitsItLater() {
    Job job = api.fixture.accepted();

    DispatchOutcome busy =
        api.fixture.withNoMemoryFree(() -> api.fixture.useCases.dispatch().dispatch(job.key()));
    api.fixture.passMinutes(10);

    assertThat(busy).isEqualTo(DispatchOutcome.HELD);
    assertThat(api.fixture.useCases.dispatch().dispatch(job.key()))
        .isEqualTo(DispatchOutcome.SUBMITTED);
  }

  /** Azure Resource Manager may take long to answer: nobody else waits for that. */
  @Test
  void prove_takesLong_holdsNoMemory() {
    List<Boolean> wasFree = new ArrayList<>();
    api.access.whileProving = () -> wasFree.add(api.fixture.withNoMemoryFree(() -> true));

    api.submit(ApiFixture.bell(""));
    api.preflight.preflight(ApiFixture.post(ApiFixture.bell(""), Map.of()));

    assertThat(wasFree).containsExactly(true, true);
  }
}
