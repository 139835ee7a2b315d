package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptJobApiTest {
  private final ApiFixture api = new ApiFixture();

  private void assertNothingStored() {
    assertThat(ApiFixture.json(api.jobs.list(ApiFixture.request("/api/jobs"))).path("jobs"))
        .isEmpty();
    assertThat(api.fixture.ports.active().due(Instant.parse("2100-01-01T00:00:00Z"), 10)).isEmpty();
    assertThat(api.fixture.messages()).isEmpty();
  }

  private static List<String> pointers(ApiResponse response) {
    return ApiFixture.json(response).path("errors").findValuesAsText("pointer");
  }

  @Test
  void submit_bell_isAcceptedWithItsAddress() {
    ApiResponse response =
        api.submit(ApiFixture.bell(", \"num_shots\": 500, \"job_name\": \"bell\""));

    assertThat(response.status()).isEqualTo(202);
    JsonNode job = ApiFixture.json(response);
    assertThat(response.headers())
        .containsEntry("Location", "/api/jobs/" + job.path("id").textValue())
        .containsKey("Retry-After");
    assertThat(job.path("status").textValue()).isEqualTo("QUEUED");
    assertThat(job.path("num_shots").intValue()).isEqualTo(500);
    assertThat(job.path("backend_name").textValue()).isEqualTo("ionq.simulator");
  }

  @Test
  void submit_withoutShots_takesClassiqsDefault() {
    assertThat(ApiFixture.json(api.submit(ApiFixture.bell(""))).path("num_shots").intValue())
        .isEqualTo(2048);
  }

  @Test
  void submit_programMeasuresNothing_warns() {
    String body = ApiFixture.bell("").replace("creg c[2];", "").replace("measure q -> c;", "");

    assertThat(ApiFixture.json(api.submit(body)).path("warnings").findValuesAsText("")).isEmpty();
    assertThat(ApiFixture.json(api.submit(body)).path("warnings").get(0).textValue())
        .contains("meas");
  }

  @Test
  void submit_everythingWrong_namesAllAtOnceAndStoresNothing() {
    ApiResponse response =
        api.submit(
            """
            {"program": "OPENQASM 2.0;\\nqreg q[2];\\nfoo q[0];", "num_shots": 0, "tags": [1],
             "priority": "Low", "bogus": 1, "a/b": 2, "parameters": {"t": "x"}, "random_seed": -1,
             "callback_url": "http://example.com", "max_cost": {}, "hold_hours": "2",
             "backend_preferences": {"backend_name": "ionq.simulater", "credentials": {}, "x": 1}}
            """);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.headers().get("Content-Type")).startsWith("application/problem+json");
    assertThat(pointers(response))
        .contains(
            "/num_shots",
            "/tags/0",
            "/priority",
            "/bogus",
            "/a~1b",
            "/parameters/t",
            "/random_seed",
            "/callback_url",
            "/max_cost/unit",
            "/hold_hours",
            "/backend_preferences/backend_name",
            "/backend_preferences/credentials",
            "/backend_preferences/x",
            "/program");
    assertThat(ApiFixture.json(response).toString()).contains("did you mean ionq.simulator?");
    assertNothingStored();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "[1]", "\"text\"", "{\"a\":1,\"a\":2}", "{} {}", ""})
  void submit_notOneJsonObject_isRefused(String body) {
    assertThat(api.submit(body).status()).isEqualTo(400);
    assertNothingStored();
  }

  @Test
  void submit_notJson_doesNotEchoTheText() {
    ApiResponse response = api.submit("{\"client_secret\": hunter2}");

    assertThat(ApiFixture.json(response).toString()).doesNotContain("hunter2").contains("line 1");
  }

  @Test
  void submit_nothing_namesWhatIsRequired() {
    assertThat(pointers(api.submit("{}"))).containsExactly("/program", "/backend_preferences");
  }

  @Test
  void submit_syntaxError_is422WithLineAndColumn() {
    ApiResponse response =
        api.submit(ApiFixture.bell("").replace("cx q[0],q[1];", "\\n  cx q[0],q[7];"));

    assertThat(response.status()).isEqualTo(422);
    JsonNode error = ApiFixture.json(response).path("errors").get(0);
    assertThat(error.path("pointer").textValue()).isEqualTo("/program");
    assertThat(error.path("line").intValue()).isEqualTo(2);
    assertThat(error.path("column").intValue()).isEqualTo(13);
    assertNothingStored();
  }

  @Test
  void submit_conditionalOnATargetThatCannot_saysWhere() {
    ApiResponse response =
        api.submit(
            ApiFixture.bell("").replace("measure q -> c;", "measure q -> c; if(c==1) x q[0];"));

    assertThat(response.status()).isEqualTo(422);
    assertThat(ApiFixture.json(response).path("errors").get(0).path("line").intValue())
        .isEqualTo(1);
    assertNothingStored();
  }

  @ParameterizedTest
  @CsvSource({"ionq.qpu.forte-1,10001", "rigetti.sim.qvm,10001"})
  void submit_moreShotsThanTheTargetTakes_isRefused(String target, int shots) {
    ApiResponse response =
        api.submit(ApiFixture.bell(", \"num_shots\": " + shots).replace("ionq.simulator", target));

    assertThat(response.status()).isEqualTo(400);
    assertThat(pointers(response)).containsExactly("/num_shots");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"5\"", "-1", "true", "1e30", "[]"})
  void submit_shotsNoWholeNumber_isRefused(String shots) {
    assertThat(pointers(api.submit(ApiFixture.bell(", \"num_shots\": " + shots))))
        .containsExactly("/num_shots");
  }

  @Test
  void submit_shotsTwiceAndDifferent_namesTheSecondPlace() {
    ApiResponse response =
        api.submit(ApiFixture.bell(", \"num_shots\": 10, \"input_params\": {\"shots\": 20}"));

    assertThat(pointers(response)).containsExactly("/input_params/shots");
  }

  @Test
  void submit_retiredTarget_namesItsSuccessor() {
    ApiResponse response =
        api.submit(ApiFixture.bell("").replace("ionq.simulator", "quantinuum.sim.h1-1e"));

    assertThat(ApiFixture.json(response).toString()).contains("retired", "quantinuum.sim.h2-1e");
  }

  @Test
  void submit_targetOnlyTheWorkspaceKnows_isAccepted() {
    assertThat(api.submit(ApiFixture.bell("").replace("ionq.simulator", "NewCo.QPU.One")).status())
        .isEqualTo(202);
  }

  @Test
  void submit_tooLarge_is413() {
    assertThat(
            api.submit(ApiFixture.bell(", \"job_name\": \"" + "x".repeat(30_000) + "\"")).status())
        .isEqualTo(413);
    assertNothingStored();
  }

  @Test
  void submit_noBodyAndNoLength_is411() {
    ApiRequest chunked = new ApiRequest("/api/jobs", Map.of(), Map.of(), Optional.empty(), "test");
    ApiRequest empty =
        new ApiRequest(
            "/api/jobs", Map.of(), Map.of("content-length", "0"), Optional.empty(), "test");

    assertThat(api.jobs.submit(chunked).status()).isEqualTo(411);
    assertThat(api.jobs.submit(empty).status()).isEqualTo(400);
  }

  @Test
  void submit_sameKeyAgain_isTheSameJob() {
    ApiRequest request = ApiFixture.post(ApiFixture.bell(""), Map.of("idempotency-key", "k1"));
    ApiRequest other =
        ApiFixture.post(ApiFixture.bell(", \"num_shots\": 7"), Map.of("idempotency-key", "k1"));

    ApiResponse first = api.jobs.submit(request);
    ApiResponse second = api.jobs.submit(request);

    assertThat(ApiFixture.json(second).path("id")).isEqualTo(ApiFixture.json(first).path("id"));
    assertThat(first.headers()).doesNotContainKey("Idempotent-Replayed");
    assertThat(second.headers()).containsEntry("Idempotent-Replayed", "true");
    assertThat(api.jobs.submit(other).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "true, {\"debias\":true}",
    "false, {\"debias\":false}",
    "absent, {\"debias\":false}",
    "null, nothing"
  })
  void submit_mitigationOnIonqHardware_isSentAsSaid(String said, String sent) {
    String flag = said.equals("absent") ? "" : ", \"ionq_error_mitigation_flag\": " + said;
    api.submit(ApiFixture.bell("").replace("\"ionq.simulator\"", "\"ionq.qpu.forte-1\"" + flag));
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    Object params = api.fixture.lastInputParams().get("error-mitigation");
    assertThat(params == null ? "nothing" : ApiJson.MAPPER.valueToTree(params).toString())
        .isEqualTo(sent);
  }

  @Test
  void submit_mitigationOnTheSimulator_isNotSent() {
    api.submit(ApiFixture.bell(""));
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    assertThat(api.fixture.lastInputParams()).containsOnlyKeys("shots");
  }
}
