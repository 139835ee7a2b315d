package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Submission;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRequestTest {
  private final ApiFixture api = new ApiFixture();
  private String id;

  @BeforeEach
  void cancelledJob() {
    id = api.submittedId(ApiFixture.bell(", \"max_cost\": {\"amount\": 5, \"unit\": \"USD\"}"));
    api.jobs.cancel(ApiFixture.request("/api/jobs/" + id + "/cancel"));
  }

  private ApiResponse retry(String body) {
    return api.jobs.retry(
        new ApiRequest(
            "/api/jobs/" + id + "/retry", Map.of(), Map.of(), Optional.of(body), "test"));
  }

  private Submission submission(ApiResponse accepted) {
    String made = ApiFixture.json(accepted).path("id").textValue();
    JobKey key = new JobKey(ApiFixture.OWNER, JobId.parse(made).orElseThrow());
    return api.fixture.read.submission(key).orElseThrow();
  }

  @Test
  void retry_costAndReceiver_areTakenAnew() {
    ApiResponse accepted =
        retry(
            "{\"max_cost\": {\"amount\": 7, \"unit\": \"EUR\"},"
                + " \"callback_url\": \"https://example.org/done\"}");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(ApiFixture.json(accepted).path("callback_secret").textValue()).isNotBlank();
    Submission submission = submission(accepted);
    assertThat(submission.options().maxCost()).hasToString("7 EUR");
    assertThat(submission.options().callback()).hasToString("https://example.org/done");
  }

  @Test
  void retry_sameBackendOrNothing_keepsTheLimit() {
    String same = "{\"backend_preferences\": {\"backend_name\": \"IonQ.Simulator\"}}";
    for (String body : new String[] {same, "{}", " "}) {
      assertThat(submission(retry(body)).options().maxCost()).hasToString("5 USD");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"num_shots\": 3} | /num_shots",
        "{\"program\": \"x\"} | /program",
        "{\"job_name\": \"x\"} | /job_name",
        "{\"backend\": \"azure/ionq.qpu.aria-1\"} | /backend",
        "{\"backend_preferences\": {\"backend_name\": \"ionq.qpu.aria-1\"}}"
            + " | /backend_preferences/backend_name",
        "{\"backend_preferences\": {\"ionq_error_mitigation_flag\": true}}"
            + " | /backend_preferences/ionq_error_mitigation_flag",
        "{\"preferences\": {\"num_shots\": 9}} | /preferences/num_shots",
        "{\"max_cost\": {\"amount\": -1, \"unit\": \"USD\"}} | /max_cost/amount",
        "{\"resource_id\": \"/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/r/"
            + "providers/Microsoft.Quantum/Workspaces/w\"} | /resource_id",
        "[] | ''"
      })
  void retry_anythingElse_isRefusedByName(String body, String pointer) {
    ApiResponse refused = retry(body);

    JsonNode errors = ApiFixture.json(refused).path("errors");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).path("pointer").textValue()).isEqualTo(pointer);
  }
}
