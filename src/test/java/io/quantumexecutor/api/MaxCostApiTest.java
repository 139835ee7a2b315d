package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.QueueMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code max_cost} of a submission. */
class MaxCostApiTest {
  private final ApiFixture api = new ApiFixture();

  private static String bell(String backend, String amount, String unit) {
    return ApiFixture.bell(
            ", \"num_shots\": 1000, \"max_cost\": {\"amount\": %s, \"unit\": \"%s\"}"
                .formatted(amount, unit))
        .replace("ionq.simulator", backend);
  }

  @ParameterizedTest
  @CsvSource({
    "ionq.qpu.forte-1, 27.0754, usd",
    "ionq.qpu.aria-1, 13.62, USD",
    "quantinuum.qpu.h2-1, 11.6, HQC",
    "quantinuum.sim.h2-1e, 12, eHQC",
    "ionq.simulator, 0, USD",
    "ionq.simulator, 0, HQC",
  })
  void submit_upperBoundWithinMaxCost_isAccepted(String backend, String amount, String unit) {
    assertThat(api.submit(bell(backend, amount, unit)).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "ionq.qpu.forte-1, 27.0753, USD, 25.7899 to 27.0754 USD",
    "ionq.qpu.aria-1, 13, USD, 12.4166 to 13.6116 USD",
    "quantinuum.qpu.h2-1, 11.5, HQC, 11.20 to 11.60 HQC",
  })
  void submit_upperBoundAboveMaxCost_isRefusedNamingBoth(
      String backend, String amount, String unit, String price) {
    ApiResponse response = api.submit(bell(backend, amount, unit));
    JsonNode problem = ApiFixture.json(response);

    assertThat(response.status()).isEqualTo(422);
    assertThat(problem.path("type").asText()).isEqualTo("/problems/cost-too-high");
    assertThat(problem.path("detail").asText()).contains(price, amount + " " + unit);
    assertThat(problem.path("errors").get(0).path("pointer").asText()).isEqualTo("/max_cost");
    assertThat(api.fixture.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ionq.qpu.forte-1, HQC",
    "quantinuum.qpu.h2-1, USD",
    "quantinuum.sim.h2-1e, HQC",
    "quantinuum.qpu.helios-1, HQC",
    "rigetti.qpu.cepheus-1-108q, USD",
    "newco.qpu.one, USD",
  })
  void submit_priceNotKnownInThatUnit_isNotComparable(String backend, String unit) {
    ApiResponse response = api.submit(bell(backend, "1000000", unit));

    assertThat(response.status()).isEqualTo(422);
    assertThat(ApiFixture.json(response).path("type").asText())
        .isEqualTo("/problems/cost-not-comparable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\": -1, \"unit\": \"USD\"}",
        "{\"amount\": \"5\", \"unit\": \"USD\"}",
        "{\"amount\": 1e400, \"unit\": \"USD\"}",
        "{\"amount\": 5, \"unit\": \"GBP\"}",
        "{\"amount\": 5}",
        "{\"amount\": 5, \"unit\": \"USD\", \"more\": 1}",
        "5"
      })
  void submit_malformedMaxCost_is400(String limit) {
    assertThat(api.submit(ApiFixture.bell(", \"max_cost\": " + limit)).status()).isEqualTo(400);
  }

  @Test
  void drop_overMaxCost_isAFailedJobThatSaysSo() {
    Job refused =
        api.drops
            .accept(new QueueMessage.Drop(bell("ionq.qpu.forte-1", "1", "USD"), "m1"))
            .orElseThrow();

    assertThat(refused.status()).isEqualTo(JobStatus.FAILED);
    assertThat(refused.progress().failure().code()).isEqualTo("cost-too-high");
  }

  @Test
  void drop_maxCostForATargetThatOnlyTheWorkspaceKnows_isRefusedBeforeItIsSent() {
    api.drops.accept(new QueueMessage.Drop(bell("newco.qpu.one", "1", "USD"), "message-1"));
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    String id = api.fixture.idsOf(ApiFixture.OWNER).get(0).toString();
    JsonNode job = ApiFixture.json(api.jobs.get(ApiFixture.request("/api/jobs/" + id)));
    assertThat(job.path("status").asText()).isEqualTo("FAILED");
    assertThat(job.at("/error/code").asText()).isEqualTo("cost-not-comparable");
    assertThat(api.fixture.calls()).doesNotContain("upload", "create");
  }

  private ApiResponse submitNamed(String backend, String format, String text) {
    ObjectNode body = ApiJson.MAPPER.createObjectNode();
    body.putObject("program").put("format", format).put("text", text);
    body.putObject("backend_preferences").put("backend_name", backend);
    body.putObject("max_cost").put("amount", 1_000_000).put("unit", "HQC");
    return api.submit(body.toString());
  }

  /** A carriage return ends a comment for some readers and not for others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[2]; creg c[2]; // \rcx q[0],q[1];\nh q[0];"
            + " measure q -> c;",
        "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[2]; creg c[2]; h q[0]; measure q -> c;"
      })
  void submit_namedProgramWithALimit_isSentAsItWasReadAndPriced(String text) {
    ApiResponse accepted = submitNamed("quantinuum.qpu.h2-1", "honeywell.openqasm.v1", text);
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(ApiFixture.json(accepted).path("warnings").toString())
        .contains("because of max_cost");
    String id = ApiFixture.json(accepted).path("id").textValue();
    ApiResponse sent = api.jobs.submitted(ApiFixture.request("/api/jobs/" + id + "/submitted"));
    assertThat(new String(sent.body(), StandardCharsets.UTF_8))
        .contains("measure")
        .doesNotContain("cx", "\r", "//");
  }

  @Test
  void submit_redefinedGateWithALimit_isPricedAsItIsDefined() {
    String text =
        "OPENQASM 2.0; gate cx a,b { CX a,b; CX a,b; CX a,b; } qreg q[2]; creg c[2]; cx q[0],q[1];"
            + " measure q -> c;";

    submitNamed("quantinuum.qpu.h2-1", "honeywell.openqasm.v1", text);
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    String id = api.fixture.idsOf(ApiFixture.OWNER).get(0).toString();
    ApiResponse sent = api.jobs.submitted(ApiFixture.request("/api/jobs/" + id + "/submitted"));
    assertThat(new String(sent.body(), StandardCharsets.UTF_8))
        .doesNotContain("gate cx")
        .containsIgnoringCase("cx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ionq.qpu.forte-1 | {\"Shots\": 9} | /input_params/Shots",
        "ionq.qpu.forte-1 | {\"Count\": 9} | /input_params/Count",
        "ionq.qpu.forte-1 | {\"num_shots\": 9} | /input_params/num_shots",
        "ionq.qpu.forte-1 | {\"runs\": 9} | /input_params/runs",
        "ionq.qpu.forte-1 | {\"error_mitigation\": {\"debias\": true}} | /input_params/error_mitigation",
        "ionq.qpu.forte-1 | {\"error-mitigation\": {\"Debias\": true}}"
            + " | /input_params/error-mitigation/Debias",
        "ionq.qpu.forte-1 | {\"error-mitigation\": true} | /input_params/error-mitigation",
        "ionq.qpu.forte-1 | {\"error-mitigation.debias\": false}"
            + " | /input_params/error-mitigation.debias",
        "quantinuum.qpu.h2-1 | {\"error-model\": false} | /input_params/error-model"
      })
  void submit_optionThatNobodyKnowsWithALimit_isRefusedByName(
      String backend, String options, String pointer) {
    String body =
        bell(backend, "1000000", backend.startsWith("ionq") ? "USD" : "HQC")
            .replaceFirst("\\}\\s*$", ", \"input_params\": " + options + "}");

    JsonNode errors = ApiFixture.json(api.submit(body)).path("errors");

    assertThat(errors.findValuesAsText("pointer")).containsExactly(pointer);
    assertThat(api.submit(body.replaceFirst("\"max_cost\": \\{[^}]*}, ", "")).status())
        .as("without a limit the provider may know it")
        .isEqualTo(202);
  }

  @Test
  void submit_knownOptionsWithALimit_areAccepted() {
    String known = ", \"input_params\": {\"error-params\": {\"p1\": 0}, \"tket-opt-level\": 1}}";
    String body = bell("quantinuum.sim.h2-1e", "1000", "eHQC").replaceFirst("\\}\\s*$", known);

    assertThat(api.submit(body).status()).isEqualTo(202);
  }
}
