package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.view.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnershipTest {
  private static final CallerPolicy SIGNED_IN =
      new CallerPolicy(true, false, "admin", "academic", "Ask the library for access.");
  private static final Map<String, String> ALICE = principal("alice-oid", "academic");
  private static final Map<String, String> BOB = principal("bob-oid", "academic");
  private static final Map<String, String> ADMIN = principal("root-oid", "academic", "admin");

  private final ApiFixture api = new ApiFixture();
  private final JobApi jobs = api.jobs(SIGNED_IN, 1_000, 1_000);

  /** The headers that the platform sets for a caller with these roles. */
  private static Map<String, String> principal(String id, String... roles) {
    StringBuilder claims = new StringBuilder("{\"typ\":\"name\",\"val\":\"admin\"}");
    for (String role : roles) {
      claims.append(",{\"typ\":\"roles\",\"val\":\"").append(role).append("\"}");
    }
    String json = "{\"auth_typ\":\"aad\",\"claims\":[" + claims + "],\"role_typ\":\"roles\"}";
    return Map.of(
        "x-ms-client-principal-id",
        id,
        "x-ms-client-principal-idp",
        "aad",
        "x-ms-client-principal",
        Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static ApiRequest as(Map<String, String> caller, String path, String... query) {
    ApiRequest plain = ApiFixture.request(path, query);
    return new ApiRequest(path, plain.query(), caller, Optional.empty(), "test");
  }

  private String submitted(Map<String, String> caller) {
    ApiResponse response = jobs.submit(ApiFixture.post(ApiFixture.bell(""), caller));
    assertThat(response.status()).isEqualTo(202);
    return ApiFixture.json(response).path("id").textValue();
  }

  private static List<String> ids(ApiResponse page) {
    assertThat(page.status()).isEqualTo(200);
    return ApiFixture.json(page).path("jobs").findValuesAsText("id");
  }

  private static Stream<String> jobRoutes() {
    return Stream.of("", "/result", "/submitted", "/cancel");
  }

  private ApiResponse call(String route, ApiRequest request) {
    return switch (route) {
      case "" -> jobs.get(request);
      case "/result" -> jobs.result(request);
      case "/submitted" -> jobs.submitted(request);
      default -> jobs.cancel(request);
    };
  }

  @ParameterizedTest
  @MethodSource("jobRoutes")
  void anyRoute_jobOfAnotherOwner_isNotFound(String route) {
    String path = "/api/jobs/" + submitted(ALICE) + route;

    assertThat(call(route, as(BOB, path)).status()).isEqualTo(404);
    assertThat(call(route, as(ALICE, path)).status()).isNotEqualTo(404);
  }

  @Test
  void list_twoOwners_eachSeesTheirOwn() {
    String alices = submitted(ALICE);
    String bobs = submitted(BOB);

    assertThat(ids(jobs.list(as(ALICE, "/api/jobs")))).containsExactly(alices);
    assertThat(ids(jobs.list(as(BOB, "/api/jobs")))).containsExactly(bobs);
  }

  @Test
  void list_cursorOfAnotherOwner_isRefused() {
    submitted(ALICE);
    submitted(ALICE);
    String cursor =
        ApiFixture.json(jobs.list(as(ALICE, "/api/jobs", "limit", "1"))).path("cursor").textValue();

    assertThat(jobs.list(as(BOB, "/api/jobs", "cursor", cursor)).status()).isEqualTo(400);
    assertThat(jobs.list(as(ALICE, "/api/jobs", "cursor", cursor)).status()).isEqualTo(200);
  }

  @Test
  void list_administratorAsksForEverybody_seesAllPageByPage() {
    List<String> all = List.of(submitted(ALICE), submitted(BOB), submitted(BOB), submitted(ADMIN));

    HashMap<String, String> seen = new HashMap<>();
    JsonNode cursor = null;
    do {
      ApiRequest request =
          cursor == null
              ? as(ADMIN, "/api/jobs", "owner", "*", "limit", "1")
              : as(ADMIN, "/api/jobs", "owner", "*", "limit", "1", "cursor", cursor.textValue());
      JsonNode page = ApiFixture.json(jobs.list(request));
      page.path("jobs")
          .forEach(job -> seen.put(job.path("id").textValue(), job.path("owner").textValue()));
      cursor = page.path("cursor");
    } while (!cursor.isNull());

    assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(seen.get(all.get(1))).isEqualTo(seen.get(all.get(2)));
    assertThat(seen.values()).doesNotContain("bob-oid");
  }

  @Test
  void get_administratorNamesTheOwner_readsTheJob() {
    String id = submitted(ALICE);
    String owner =
        ApiFixture.json(jobs.get(as(ALICE, "/api/jobs/" + id))).path("owner").textValue();

    assertThat(jobs.get(as(ADMIN, "/api/jobs/" + id, "owner", owner)).status()).isEqualTo(200);
    assertThat(jobs.get(as(BOB, "/api/jobs/" + id, "owner", owner)).status()).isEqualTo(403);
    assertThat(jobs.get(as(ADMIN, "/api/jobs/" + id)).status()).isEqualTo(404);
  }

  @Test
  void list_everybodyAskedByAnotherCaller_isForbidden() {
    assertThat(jobs.list(as(BOB, "/api/jobs", "owner", "*")).status()).isEqualTo(403);
  }

  @Test
  void anyRoute_nobodySignedIn_isUnauthenticated() {
    assertThat(jobs.list(as(Map.of(), "/api/jobs")).status()).isEqualTo(401);
    assertThat(jobs.submit(ApiFixture.post(ApiFixture.bell(""), Map.of())).status()).isEqualTo(401);
  }

  @Test
  void anyRoute_authenticationOff_doesNotBelieveTheHeaders() {
    String id = submitted(ALICE);

    ApiResponse seen = api.jobs.get(as(ALICE, "/api/jobs/" + id));
    ApiResponse own = api.jobs.submit(ApiFixture.post(ApiFixture.bell(""), ALICE));

    assertThat(seen.status()).isEqualTo(404);
    assertThat(ApiFixture.json(own).path("owner").textValue()).isEqualTo("single");
  }

  @Test
  void submit_integrationModeWithoutTheRole_saysTheOperatorsWords() {
    ApiResponse refused =
        jobs.submit(ApiFixture.post(ApiFixture.bell(""), principal("carol-oid", "student")));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(ApiFixture.json(refused).path("type").textValue())
        .isEqualTo("/problems/integration-not-allowed");
    assertThat(ApiFixture.json(refused).path("detail").textValue())
        .isEqualTo("Ask the library for access.");
  }

  @Test
  void submit_principalUnreadable_hasNoRoles() {
    Map<String, String> broken = new HashMap<>(ALICE);
    broken.put("x-ms-client-principal", "%%%");

    assertThat(jobs.submit(ApiFixture.post(ApiFixture.bell(""), broken)).status()).isEqualTo(403);
  }

  @Test
  void submit_replayByAnotherOwner_makesAJobOfTheirOwn() {
    Map<String, String> alice = new HashMap<>(ALICE);
    alice.put("idempotency-key", "same");
    Map<String, String> bob = new HashMap<>(BOB);
    bob.put("idempotency-key", "same");

    assertThat(submitted(alice)).isEqualTo(submitted(alice)).isNotEqualTo(submitted(bob));
  }

  @Test
  void requests_ofAnAdministratorForOthers_takeTheAdministratorsOwnRate() {
    JobApi slow = api.jobs(SIGNED_IN, 3, 1_000);
    String owner = "owner";
    for (int n = 0; n < 3; n++) {
      assertThat(slow.list(as(ADMIN, "/api/jobs", owner, "a" + n)).status()).isEqualTo(200);
    }

    assertThat(slow.list(as(ADMIN, "/api/jobs", owner, "another")).status()).isEqualTo(429);
  }

  @Test
  void submit_anAdministratorForOthers_takesTheAdministratorsOwnRoom() {
    JobApi small = api.jobs(SIGNED_IN, 1_000, 2);
    int accepted = 0;
    for (int n = 0; n < 4; n++) {
      ApiRequest request =
          new ApiRequest(
              "/api/jobs",
              Map.of("owner", "a" + n),
              ADMIN,
              Optional.of(ApiFixture.bell("")),
              "test");
      accepted += small.submit(request).status() == 202 ? 1 : 0;
    }

    assertThat(accepted).isEqualTo(2);
  }

  @Test
  void anyRequest_signInWantedButThePlatformHasNone_isRefused() {
    JobApi open = api.jobs(new CallerPolicy(false, true, "admin", null, "no"), 1_000, 1_000);

    assertThat(open.list(as(ALICE, "/api/jobs")).status()).isEqualTo(401);
    assertThat(open.submit(ApiFixture.post(ApiFixture.bell(""), ALICE)).status()).isEqualTo(401);
  }

  @Test
  void check_configuredWorkspaceWithoutTheRole_isRefused() {
    WorkspaceApi check =
        new WorkspaceApi(
            api.access,
            api.fixture.work,
            new Admission(
                new Callers(SIGNED_IN),
                new RateLimit(100, api.fixture.clock),
                new RequestBody(10_000)));
    Map<String, String> guest = principal("guest-oid");

    assertThat(check.check(ApiFixture.post("{}", guest)).status()).isEqualTo(403);
    assertThat(check.check(ApiFixture.post("{}", ALICE)).status()).isEqualTo(200);
  }
}
