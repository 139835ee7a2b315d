package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightApiTest {
  private final ApiFixture api = new ApiFixture();

  @BeforeEach
  void open() {
    api.fixture.show("ionq", "ionq.simulator", "Available");
    api.fixture.show("ionq", "ionq.qpu.forte-1", "Available");
  }

  private ApiResponse send(String body) {
    return api.preflight.preflight(ApiFixture.post(body, Map.of()));
  }

  private JsonNode preflight(String body) {
    ApiResponse response = send(body);
    assertThat(response.status()).isEqualTo(200);
    return ApiFixture.json(response);
  }

  private static String on(String backend, String more) {
    return ApiFixture.bell(more).replace("ionq.simulator", backend);
  }

  private static List<String> pointers(JsonNode report) {
    return report.path("problems").findValuesAsText("pointer");
  }

  @Test
  void preflight_goodSubmission_saysEverythingAndKeepsNothing() {
    JsonNode report = preflight(on("IonQ.QPU.Forte-1", ", \"num_shots\": 1000"));

    assertThat(report.path("verdict").asText()).isEqualTo("ready");
    assertThat(report.path("problems")).isEmpty();
    assertThat(report.path("backend_name").asText()).isEqualTo("ionq.qpu.forte-1");
    assertThat(report.path("format").asText()).isEqualTo("ionq.circuit.v1");
    assertThat(report.path("circuit").path("two_qubit_gates").asInt()).isEqualTo(1);
    assertThat(report.path("circuit").path("depth").asInt()).isEqualTo(3);
    assertThat(report.path("price").path("lower").asDouble()).isEqualTo(25.7899);
    assertThat(report.path("price").path("with_mitigation").path("lower").asDouble())
        .isEqualTo(168.195);
    assertThat(report.path("price").path("source_date").asText()).isEqualTo("2026-04-15");
    assertThat(report.path("availability").asText()).isEqualTo("Available");
    assertThat(report.path("queue_seconds").asInt()).isEqualTo(60);
    assertThat(report.path("quotas").get(0).path("limit").asInt()).isEqualTo(8_333_334);
    assertThat(api.fixture.messages()).isEmpty();
    assertThat(api.fixture.calls()).containsExactly("targets", "quotas");
  }

  @Test
  void preflight_again_asksTheWorkspaceOnceAMinute() {
    preflight(ApiFixture.bell(""));
    preflight(ApiFixture.bell(""));

    assertThat(api.fixture.calls()).containsExactly("targets", "quotas");
  }

  @Test
  void preflight_targetUnavailable_isHeldOrRefusedAsTheCallerWants() {
    api.fixture.show("ionq", "ionq.simulator", "Unavailable");

    assertThat(preflight(ApiFixture.bell("")).path("verdict").asText()).isEqualTo("held");
    JsonNode refused = preflight(ApiFixture.bell(", \"when_unavailable\": \"reject\""));
    assertThat(refused.path("verdict").asText()).isEqualTo("refused");
    assertThat(pointers(refused)).containsExactly("/when_unavailable");
  }

  @Test
  void preflight_targetNotInTheWorkspace_isRefused() {
    JsonNode report = preflight(on("quantinuum.qpu.h2-1", ""));

    assertThat(report.path("verdict").asText()).isEqualTo("refused");
    assertThat(report.path("availability").asText()).isEqualTo("NotInWorkspace");
    assertThat(report.path("price").path("unit").asText()).isEqualTo("HQC");
  }

  @Test
  void preflight_workspaceSilent_answersWithoutIt() {
    api.fixture.fail("targets");

    JsonNode report = preflight(ApiFixture.bell(""));

    assertThat(report.path("verdict").asText()).isEqualTo("ready");
    assertThat(report.path("availability").asText()).isEqualTo("unknown");
    assertThat(report.path("warnings").toString()).contains("is not known");
  }

  @Test
  void preflight_everythingWrong_isStillAnAnswer() {
    JsonNode report =
        preflight(
            """
            {"program": "OPENQASM 2.0; qreg q[1]; foo q[0];", "num_shots": 0,
             "backend_preferences": {"backend_name": "ionq.simulatr"}, "max_cost": 5}""");

    assertThat(report.path("verdict").asText()).isEqualTo("refused");
    assertThat(pointers(report))
        .containsExactlyInAnyOrder(
            "/num_shots", "/max_cost", "/backend_preferences/backend_name", "/program");
    assertThat(report.path("problems").toString()).contains("did you mean ionq.simulator?");
    assertThat(report.path("problems").toString()).contains("\"line\":1,\"column\":26");
  }

  @Test
  void preflight_withoutProgram_listsWhatIsMissing() {
    JsonNode report = preflight("{}");

    assertThat(report.path("verdict").asText()).isEqualTo("refused");
    assertThat(pointers(report)).contains("/program", "/backend_preferences");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{\"program\": ", "7", ""})
  void preflight_bodyThatIsNoObject_is400(String body) {
    assertThat(send(body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ionq.qpu.forte-1 | , \"num_shots\": 20000 | takes at most 10000 shots",
        "microsoft.estimator | | is retired; no successor; use the resource estimator",
        "ionq.qpu.aria-2 | | is retired; use ionq.qpu.forte-1",
      })
  void preflight_targetsLimits_areSaidBefore(String backend, String more, String message) {
    JsonNode report = preflight(on(backend, more == null ? "" : more));

    assertThat(report.path("verdict").asText()).isEqualTo("refused");
    assertThat(report.path("problems").toString()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | error mitigation is left to Azure Quantum | 168.195",
        "true | the minimum price is 168.195 USD instead of 25.7899 | 168.195",
      })
  void preflight_errorMitigation_isWarnedOf(String flag, String warning, double lower) {
    String body =
        on("ionq.qpu.forte-1", ", \"num_shots\": 100")
            .replace("\"}", "\", \"ionq_error_mitigation_flag\": " + flag + "}");
    JsonNode report = preflight(body);

    assertThat(report.path("warnings").toString()).contains(warning).contains("at least 500 shots");
    assertThat(report.path("price").path("lower").asDouble()).isEqualTo(lower);
  }

  @Test
  void preflight_errorMitigationOnASimulator_isWarnedOf() {
    String body = ApiFixture.bell("").replace("\"}", "\", \"ionq_error_mitigation_flag\": true}");

    assertThat(preflight(body).path("warnings").toString()).contains("no error mitigation");
  }

  @Test
  void preflight_stateVectorEmulator_hasFewerQubits() {
    api.fixture.show("quantinuum", "quantinuum.sim.h2-1e", "Available");
    String program =
        """
        {"program": "OPENQASM 2.0; qreg q[40]; creg c[40]; measure q -> c;",
         "backend_preferences": {"backend_name": "quantinuum.sim.h2-1e"}%s}""";

    assertThat(preflight(program.formatted("")).path("problems").toString())
        .contains("has 32 with simulator state-vector (the default)");
    String stabilizer = ", \"input_params\": {\"simulator\": \"stabilizer\"}";
    assertThat(preflight(program.formatted(stabilizer)).path("verdict").asText())
        .isEqualTo("ready");
  }
}
