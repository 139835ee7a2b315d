package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.Location;
import io.quantumexecutor.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a job runs and as whom, in every form that Classiq's SDK writes. */
class AccessFieldsTest {
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String CLIENT = "aaaaaaaa-0000-0000-0000-000000000001";
  private static final String SECRET = "their-secret~1";
  private static final String RESOURCE =
      "/subscriptions/00000000-0000-0000-0000-00000000000A/resourceGroups/theirs"
          + "/providers/Microsoft.Quantum/Workspaces/their-workspace";
  private static final String FOUR =
      "\"tenant_id\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\",\"resource_id\":\"%s\""
          .formatted(TENANT, CLIENT, SECRET, RESOURCE);
  private static final Workspace THEIRS = Workspace.parse(RESOURCE);

  private final ApiFixture api = new ApiFixture();

  /** A submission whose program is fine. */
  private static String body(String rest) {
    return "{\"program\": \"OPENQASM 2.0; qreg q[1]; creg c[1]; measure q -> c;\", " + rest + "}";
  }

  private static String preferences(String more) {
    return body(
        "\"backend_preferences\": {\"backend_name\": \"ionq.simulator\"%s}".formatted(more));
  }

  private Access accepted(String body) {
    ApiResponse response = api.submit(body);
    assertThat(response.status()).as(ApiFixture.json(response).toString()).isEqualTo(202);
    return api.access.asked.get(api.access.asked.size() - 1);
  }

  /** Pointers of everything wrong; nothing was asked of anybody and nothing kept. */
  private List<String> refused(String body) {
    ApiResponse response = api.submit(body);
    assertThat(response.status()).as(ApiFixture.json(response).toString()).isEqualTo(400);
    assertThat(api.access.asked).isEmpty();
    assertThat(api.fixture.messages()).isEmpty();
    assertThat(ApiFixture.json(response).toString()).doesNotContain(SECRET);
    JsonNode errors = ApiFixture.json(response).path("errors");
    return errors.findValuesAsText("pointer");
  }

  @Test
  void submit_withoutCredentials_runsInIntegrationMode() {
    Access.Integration integration = new Access.Integration();

    assertThat(accepted(preferences(""))).isEqualTo(integration);
    assertThat(accepted(preferences(", \"credentials\": null, \"location\": \"East US\"")))
        .isEqualTo(integration);
    assertThat(accepted(preferences(", \"run_via_classiq\": true"))).isEqualTo(integration);
    assertThat(accepted(body("\"backend\": \" Azure/ionq.simulator \", \"config\": {}")))
        .isEqualTo(integration);
    assertThat(
            accepted(body("\"backend\": \"azure/ionq.simulator\", \"run_through_classiq\": true")))
        .isEqualTo(integration);
  }

  @Test
  void submit_withResourceIdAlone_usesOurIdentity() {
    String resource = "\"resource_id\": \"" + RESOURCE + "\"";
    Access.ManagedIdentity managed = new Access.ManagedIdentity(THEIRS, null);

    assertThat(accepted(preferences(", \"credentials\": {" + resource + "}"))).isEqualTo(managed);
    assertThat(accepted(preferences(", " + resource))).isEqualTo(managed);
    assertThat(
            accepted(body("\"backend\": \"azure/ionq.simulator\", \"config\": {" + resource + "}")))
        .isEqualTo(managed);
    assertThat(
            accepted(
                body(
                    "\"backend\": \"azure/ionq.simulator\", \"location\": \"West Europe\", "
                        + resource)))
        .isEqualTo(new Access.ManagedIdentity(THEIRS, new Location("westeurope")));
  }

  @Test
  void submit_withAllFour_usesTheCallersApplication() {
    Access.ServicePrincipal theirs =
        new Access.ServicePrincipal(TENANT, CLIENT, SECRET, THEIRS, null);

    assertThat(accepted(preferences(", \"credentials\": {" + FOUR + ", \"extra\": 1}")))
        .isEqualTo(theirs);
    assertThat(accepted(body("\"backend\": \"azure/ionq.simulator\", \"config\": {" + FOUR + "}")))
        .isEqualTo(theirs);
    assertThat(
            accepted(
                body(
                    "\"preferences\": {\"num_shots\": 5, \"random_seed\": 3, \"job_name\": null,"
                        + " \"transpile_to_hardware\": \"decompose\", \"noise_properties\":"
                        + " {\"measurement_bit_flip_probability\": null}, \"backend_preferences\":"
                        + " {\"backend_service_provider\": \"Azure Quantum\", \"backend_name\":"
                        + " \"ionq.simulator\", \"ionq_error_mitigation_flag\": false,"
                        + " \"credentials\": {"
                        + FOUR
                        + "}}}")))
        .isEqualTo(theirs);
  }

  @Test
  void submit_executionPreferences_areHonoured() {
    ApiResponse response =
        api.submit(
            body(
                "\"execution_preferences\": {\"num_shots\": 77, \"job_name\": \"theirs\","
                    + " \"backend_preferences\": {\"backend_name\": \"IONQ.simulator\"}}"));

    assertThat(ApiFixture.json(response).path("num_shots").asInt()).isEqualTo(77);
    assertThat(ApiFixture.json(response).path("job_name").asText()).isEqualTo("theirs");
    assertThat(ApiFixture.json(response).path("backend_name").asText()).isEqualTo("ionq.simulator");
  }

  @Test
  void submit_partialCredentials_namesTheMissingAndNeverFallsBack() {
    String body =
        preferences(
            ", \"credentials\": {\"tenant_id\": \"%s\", \"client_id\": \"%s\", \"resource_id\": \"%s\"}"
                .formatted(TENANT, CLIENT, RESOURCE));
    String flat =
        body(
            "\"backend\": \"azure/ionq.simulator\", \"config\": {\"client_secret\": \""
                + SECRET
                + "\"}");

    ApiResponse response = api.submit(body);

    assertThat(refused(body)).containsExactly("/backend_preferences/credentials");
    assertThat(ApiFixture.json(response).path("detail").asText())
        .contains("client_secret is missing");
    assertThat(refused(flat)).containsExactly("/config");
    assertThat(refused(preferences(", \"credentials\": {}")))
        .containsExactly("/backend_preferences/credentials");
  }

  @Test
  void submit_runViaFlagWithCredentials_isRefusedAtBothPlaces() {
    assertThat(
            refused(
                preferences(", \"run_via_classiq\": true, \"resource_id\": \"" + RESOURCE + "\"")))
        .containsExactlyInAnyOrder(
            "/backend_preferences/run_via_classiq", "/backend_preferences/resource_id");
  }

  @Test
  void submit_conflictingAliases_areRefusedAtBothPlaces() {
    assertThat(
            refused(
                body(
                    "\"backend\": \"azure/ionq.qpu.aria-1\", \"backend_preferences\":"
                        + " {\"backend_name\": \"ionq.simulator\"}")))
        .containsExactlyInAnyOrder("/backend", "/backend_preferences/backend_name");
    assertThat(
            refused(
                body(
                    "\"num_shots\": 5, \"preferences\": {\"num_shots\": 6,"
                        + " \"backend_preferences\": {\"backend_name\": \"ionq.simulator\"}}")))
        .containsExactlyInAnyOrder("/num_shots", "/preferences/num_shots");
    assertThat(refused(preferences(", \"run_via_classiq\": true, \"run_through_classiq\": false")))
        .containsExactlyInAnyOrder(
            "/backend_preferences/run_via_classiq", "/backend_preferences/run_through_classiq");
    assertThat(
            refused(
                preferences(", \"location\": \"westus\"}, \"location\": \"East US\"")
                    .replace("\"East US\"}}", "\"East US\"}")))
        .containsExactlyInAnyOrder("/backend_preferences/location", "/location");
  }

  @Test
  void submit_unknownKeysOutsideOfCredentials_areRefused() {
    assertThat(refused(preferences(", \"extra\": 1")))
        .containsExactly("/backend_preferences/extra");
    assertThat(refused(body("\"backend\": \"azure/ionq.simulator\", \"config\": {\"extra\": 1}")))
        .containsExactly("/config/extra");
    assertThat(
            refused(
                body(
                    "\"preferences\": {\"transpile_to_hardware\": \"intensive\", \"timeout_sec\":"
                        + " 5, \"x\": 1, \"backend_preferences\": {\"backend_name\":"
                        + " \"ionq.simulator\"}}")))
        .containsExactlyInAnyOrder(
            "/preferences/transpile_to_hardware", "/preferences/timeout_sec", "/preferences/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example/",
        "eastus.evil.example",
        "127.0.0.1",
        "eastus#",
        "eastus?x=",
        "eastus:443",
        "user@eastus",
        "e\u0430stus",
        "\u212Aoreacentral",
        "eastus\\r\\nHost: evil.example",
        "east%75s",
        "..",
        "",
      })
  void location_hostile_isRefusedAndNothingIsAsked(String location) {
    assertThat(refused(preferences(", \"location\": \"" + location + "\"")))
        .containsExactly("/backend_preferences/location");
    assertThat(
            refused(
                body(
                    "\"backend\": \"azure/ionq.simulator\", \"config\": {\"location\": \""
                        + location
                        + "\", "
                        + FOUR
                        + "}")))
        .containsExactly("/config/location");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/subscriptions/../resourceGroups/g/providers/Microsoft.Quantum/Workspaces/w",
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/../providers/Microsoft.Quantum/Workspaces/w",
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g%2f/providers/Microsoft.Quantum/Workspaces/w",
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.Quantum/Workspaces/w?x=1",
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.Quantum/Workspaces/w#x",
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.Quantum/Workspaces/w/jobs/x",
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/w",
        "/subscriptions/not-a-guid/resourceGroups/g/providers/Microsoft.Quantum/Workspaces/w",
        "https://evil.example/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.Quantum/Workspaces/w",
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.Quantum/Workspaces/w\\r\\nx",
        "",
      })
  void resourceId_hostile_isRefusedAndNothingIsAsked(String resourceId) {
    assertThat(refused(preferences(", \"resource_id\": \"" + resourceId + "\"")))
        .containsExactly("/backend_preferences/resource_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../common", "evil.example/x", "11111111", "a b", "tenant?x", "tenant\\r\\n.com"})
  void tenantAndClient_hostile_areRefused(String id) {
    assertThat(refused(preferences(", \"credentials\": {" + FOUR.replace(TENANT, id) + "}")))
        .containsExactly("/backend_preferences/credentials/tenant_id");
    assertThat(refused(preferences(", \"credentials\": {" + FOUR.replace(CLIENT, id) + "}")))
        .containsExactly("/backend_preferences/credentials/client_id");
  }

  @Test
  void submit_deniedAccess_is403WithThePlaceAndTheCommand() {
    api.access.missing =
        Optional.of(
            new CheckStep(
                CheckStep.Name.TOKEN,
                CheckStep.Outcome.FAILED,
                "the client secret has expired (AADSTS7000222)",
                "make a new one",
                "az ad app credential reset",
                "client_secret"));

    ApiResponse response = api.submit(preferences(", \"credentials\": {" + FOUR + "}"));

    assertThat(response.status()).isEqualTo(403);
    assertThat(ApiFixture.json(response).path("type").asText())
        .isEqualTo("/problems/access-denied");
    assertThat(ApiFixture.json(response).at("/errors/0/pointer").asText())
        .isEqualTo("/backend_preferences/credentials/client_secret");
    assertThat(api.fixture.messages()).isEmpty();
  }

  @Test
  void idempotencyKey_withARenewedSecret_isTheSameRequest() {
    Map<String, String> key = Map.of("idempotency-key", "k");
    String body = preferences(", \"credentials\": {" + FOUR + "}");

    JsonNode first = ApiFixture.json(api.jobs.submit(ApiFixture.post(body, key)));
    JsonNode second =
        ApiFixture.json(
            api.jobs.submit(
                ApiFixture.post(body.replace(SECRET, "renewed").replace(", ", ","), key)));
    ApiResponse other =
        api.jobs.submit(ApiFixture.post(body.replace("ionq.simulator", "ionq.qpu.aria-1"), key));

    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void drop_withASecret_isRefusedWithoutKeepingIt() {
    var outcome =
        api.drops.accept(
            new QueueMessage.Drop(preferences(", \"credentials\": {" + FOUR + "}"), "m1"));

    assertThat(outcome.toString())
        .contains("/backend_preferences/credentials/client_secret", "must not contain")
        .doesNotContain(SECRET);
    assertThat(api.access.asked).isEmpty();
    assertThat(api.fixture.messages()).isEmpty();
  }
}
