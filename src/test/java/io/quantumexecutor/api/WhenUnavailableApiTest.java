package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code when_unavailable} of a submission. */
class WhenUnavailableApiTest {
  private static final String REJECT = ApiFixture.bell(", \"when_unavailable\": \"reject\"");

  private final ApiFixture api = new ApiFixture();

  @Test
  void submit_targetUnavailableAndReject_is409AndKeepsNothing() {
    api.fixture.show("ionq", "ionq.simulator", "Unavailable");

    ApiResponse response = api.submit(REJECT);

    assertThat(response.status()).isEqualTo(409);
    assertThat(ApiFixture.json(response).path("type").asText())
        .isEqualTo("/problems/target-unavailable");
    assertThat(api.fixture.messages()).isEmpty();
  }

  @Test
  void submit_targetUnavailableAndHold_isAccepted() {
    api.fixture.show("ionq", "ionq.simulator", "Unavailable");

    assertThat(api.submit(ApiFixture.bell(", \"when_unavailable\": \"hold\"")).status())
        .isEqualTo(202);
  }

  @Test
  void submit_repeatedAfterTheTargetClosed_isTheSameJob() {
    Map<String, String> key = Map.of("idempotency-key", "k");
    ApiResponse first = api.jobs.submit(ApiFixture.post(REJECT, key));
    api.fixture.show("ionq", "ionq.simulator", "Unavailable");
    api.fixture.passMinutes(2);
    ApiResponse again = api.jobs.submit(ApiFixture.post(REJECT, key));

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.headers()).containsEntry("Idempotent-Replayed", "true");
  }

  @Test
  void dispatch_targetClosedMeanwhileAndReject_failsTheJob() {
    String id = api.submittedId(REJECT);
    api.fixture.failCreating("TargetUnavailable");
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    JsonNode job = ApiFixture.json(api.jobs.get(ApiFixture.request("/api/jobs/" + id)));
    assertThat(job.path("status").asText()).isEqualTo("FAILED");
    assertThat(job.path("error").path("code").asText()).isEqualTo("target-unavailable");
  }

  @Test
  void dispatch_targetClosedMeanwhileAndHold_saysSinceWhenAndLaterHowLong() {
    String id = api.submittedId(ApiFixture.bell(""));
    String since = api.fixture.clock.instant().toString();
    api.fixture.failCreating("TargetUnavailable");
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    JsonNode held =
        ApiFixture.json(api.jobs.get(ApiFixture.request("/api/jobs/" + id))).path("held");
    assertThat(held.path("since").asText()).isEqualTo(since);
    assertThat(held.path("until").asText()).isGreaterThan(since);
    assertThat(held.path("code").asText()).isEqualTo("TargetUnavailable");
    assertThat(held.path("reason").asText()).isEqualTo("closed");

    api.fixture.passMinutes(90);
    api.fixture.dispatchAllOf(ApiFixture.OWNER);
    JsonNode later = ApiFixture.json(api.jobs.get(ApiFixture.request("/api/jobs/" + id)));
    assertThat(later.path("held").isMissingNode()).isTrue();
    assertThat(later.path("timeline").toString())
        .contains("held since " + since + " (TargetUnavailable)");
  }
}
