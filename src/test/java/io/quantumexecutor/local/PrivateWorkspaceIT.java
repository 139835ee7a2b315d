package io.quantumexecutor.local;

import static io.quantumexecutor.local.JobsApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.Role;
import io.quantumexecutor.local.emulator.Route;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ServicePrincipals' own workspaces and applications, over real tokens, TLS and storage. */
@Timeout(180)
@SharedStack.Used
final class PrivateWorkspaceIT {
  private static final String CONTRIBUTOR = SharedStack.CLIENT;
  private static final String READER = "aaaaaaaa-0000-0000-0000-000000000002";
  private static final String NOBODY = "aaaaaaaa-0000-0000-0000-000000000003";
  private static final String EXPIRED = "aaaaaaaa-0000-0000-0000-000000000004";
  private static final String MANAGER = "aaaaaaaa-0000-0000-0000-000000000005";
  private static final String UNKNOWN = "aaaaaaaa-0000-0000-0000-00000000000f";
  private static final String SECRET = SharedStack.SECRET;

  private static RunningStack stack;
  private static JobsApi api;

  @BeforeAll
  static void start(SharedStack shared) {
    stack = shared.stack;
    api = shared.api;
    ServicePrincipals.register(stack.emulator(), READER, SECRET, Role.READER);
    ServicePrincipals.register(stack.emulator(), NOBODY, SECRET, Role.NONE);
    ServicePrincipals.register(stack.emulator(), MANAGER, SECRET, Role.CONTRIBUTOR);
    ServicePrincipals.registerExpired(stack.emulator(), EXPIRED, SECRET);
  }

  private static HttpResponse<String> submit(String tenant, String client, String secret) {
    return api.send(
            ServicePrincipals.bell(ServicePrincipals.credentials(tenant, client, secret), ""))
        .join();
  }

  private static Map<String, String> outcomes(JsonNode check) {
    Map<String, String> outcomes = new HashMap<>();
    check
        .path("steps")
        .forEach(step -> outcomes.put(step.path("step").asText(), step.path("outcome").asText()));
    return outcomes;
  }

  @Test
  void ownApplication_withTheDataRole_runsInItsWorkspaceAndItsSecretIsErased() {
    JsonNode job =
        api.ended(json(submit(ServicePrincipals.TENANT, CONTRIBUTOR, SECRET)).path("id").asText());

    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(stack.emulator().journal().entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.route()).isEqualTo(Route.CREATE_JOB);
              assertThat(entry.target()).contains("their-workspace");
            });
  }

  @Test
  void managedIdentity_onAnAllowedWorkspace_runsThere() {
    String resource = "{\"resource_id\": \"" + ServicePrincipals.WORKSPACE.resourceId() + "\"}";

    HttpResponse<String> answer = api.send(ServicePrincipals.bell(resource, "")).join();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(api.ended(json(answer).path("id").asText()).path("status").asText())
        .isEqualTo("COMPLETED");
  }

  @Test
  void managedIdentity_onAnotherWorkspace_isRefusedBeforeAnythingIsAsked() {
    String resource =
        "{\"resource_id\": \"%s\"}"
            .formatted(
                ServicePrincipals.WORKSPACE.resourceId().replace("their-workspace", "stranger"));

    HttpResponse<String> answer = api.send(ServicePrincipals.bell(resource, "")).join();

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("PRIVATE_WORKSPACES");
    assertThat(stack.emulator().journal().entries())
        .noneMatch(entry -> entry.target().contains("stranger"));
  }

  @Test
  void wrongSecret_afterTheRightOneWasUsed_neverRidesOnItsAccess() {
    HttpResponse<String> right = submit(ServicePrincipals.TENANT, CONTRIBUTOR, SECRET);
    assertThat(right.statusCode()).isEqualTo(202);

    HttpResponse<String> wrong = submit(ServicePrincipals.TENANT, CONTRIBUTOR, "guessed");

    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(json(wrong).at("/errors/0/pointer").asText())
        .isEqualTo("/backend_preferences/credentials/client_secret");
    assertThat(wrong.body()).contains("AADSTS7000215", "az ad app credential reset");
    api.ended(json(right).path("id").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "99999999-2222-3333-4444-555555555555, " + CONTRIBUTOR + ", token, AADSTS90002",
    ServicePrincipals.TENANT + ", " + UNKNOWN + ", token, AADSTS700016",
    ServicePrincipals.TENANT + ", " + EXPIRED + ", token, AADSTS7000222",
    ServicePrincipals.TENANT + ", " + NOBODY + ", data_role, az role assignment create",
    ServicePrincipals.TENANT + ", " + READER + ", data_role, az role assignment create",
  })
  void setUpStepLeftOut_isNamedByTheDoctorAndBySubmit(
      String tenant, String client, String step, String said) {
    String body = ServicePrincipals.bell(ServicePrincipals.credentials(tenant, client, SECRET), "");
    int made = stack.emulator().journal().jobsCreated();

    HttpResponse<String> refused = api.send(body).join();
    JsonNode check = json(api.check(body).join());

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    assertThat(refused.body()).contains(said);
    assertThat(check.path("verdict").asText()).isEqualTo("failed");
    assertThat(outcomes(check)).containsEntry(step, "failed");
    assertThat(check.toString()).contains(said).doesNotContain(SECRET);
    assertThat(stack.emulator().journal().jobsCreated()).isEqualTo(made);
  }

  @Test
  void contributorAlone_beforeTheCutOver_passesWithAWarning() {
    String body =
        ServicePrincipals.bell(
            ServicePrincipals.credentials(ServicePrincipals.TENANT, MANAGER, SECRET), "");

    JsonNode check = json(api.check(body).join());

    assertThat(outcomes(check)).containsEntry("data_role", "ok");
    assertThat(check.toString()).contains("11 January 2027");
  }

  @Test
  void doctor_withEverythingSetUp_findsEveryStepOk() {
    JsonNode check =
        json(
            api.check(
                    ServicePrincipals.bell(
                        ServicePrincipals.credentials(
                            ServicePrincipals.TENANT, CONTRIBUTOR, SECRET),
                        ""))
                .join());

    assertThat(check.path("verdict").asText()).as(check.toString()).isEqualTo("ok");
    assertThat(outcomes(check).values()).containsOnly("ok");
  }

  @Test
  void doctor_withoutCredentials_examinesTheConfiguredWorkspace() {
    JsonNode check = json(api.check("{\"backend\": \"azure/ionq.simulator\"}").join());

    assertThat(check.path("verdict").asText()).as(check.toString()).isEqualTo("ok");
  }

  @Test
  void location_otherThanTheWorkspaces_isRefusedWithItsPlace() {
    String body =
        ServicePrincipals.bell(
                ServicePrincipals.credentials(ServicePrincipals.TENANT, CONTRIBUTOR, SECRET), "")
            .replace("West US", "East US");

    HttpResponse<String> refused = api.send(body).join();

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).at("/errors/0/pointer").asText())
        .isEqualTo("/backend_preferences/location");
    assertThat(refused.body()).contains("westus");
  }
}
