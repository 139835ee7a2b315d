package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.lifecycle.JobFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobApiTest {
  private final ApiFixture api = new ApiFixture();

  private String completed() {
    String id = api.submittedId(ApiFixture.bell(""));
    api.fixture.dispatchAllOf(ApiFixture.OWNER);
    api.fixture.finishAll(JobFixture.BELL_ANSWER);
    api.fixture.tick(Duration.ofSeconds(2));
    return id;
  }

  private ApiResponse result(String id, String... query) {
    return api.jobs.result(ApiFixture.request("/api/jobs/" + id + "/result", query));
  }

  @Test
  void get_completedJob_tellsItsLife() {
    String id = completed();

    JsonNode job = ApiFixture.json(api.jobs.get(ApiFixture.request("/api/jobs/" + id)));

    assertThat(job.path("status").textValue()).isEqualTo("COMPLETED");
    assertThat(job.path("provider_status").textValue()).isEqualTo("Succeeded");
    assertThat(job.path("timeline").findValuesAsText("why"))
        .containsExactly("accepted", "submitted to ionq.simulator", "result stored");
  }

  @Test
  void result_completedJob_isTheOneDocument() {
    JsonNode result = ApiFixture.json(result(completed()));

    assertThat(
            result.path("counts").path("00").intValue()
                + result.path("counts").path("11").intValue())
        .isEqualTo(2048);
    assertThat(result.path("counts_lsb_right").booleanValue()).isTrue();
    assertThat(result.path("counts_source").textValue()).isEqualTo("sampled_here");
    assertThat(result.path("sampled").booleanValue()).isFalse();
    assertThat(result.path("registers").toString())
        .isEqualTo("[{\"name\":\"c\",\"size\":2,\"offset\":0}]");
    assertThat(result.path("requested_shots").intValue()).isEqualTo(2048);
  }

  @Test
  void result_raw_isByteForByteTheProviders() {
    assertThat(new String(result(completed(), "format", "raw").body(), StandardCharsets.UTF_8))
        .isEqualTo(JobFixture.BELL_ANSWER);
  }

  @Test
  void result_csv_hasARowForEachOutcome() {
    assertThat(new String(result(completed(), "format", "csv").body(), StandardCharsets.UTF_8))
        .startsWith("bitstring,count,probability\r\n")
        .contains("00,", "11,");
  }

  @Test
  void result_unfinished_is409WithRetryAfter() {
    ApiResponse response = result(api.submittedId(ApiFixture.bell("")));

    assertThat(response.status()).isEqualTo(409);
    assertThat(response.headers()).containsKey("Retry-After");
  }

  @Test
  void result_cancelled_is404NoResult() {
    String id = api.submittedId(ApiFixture.bell(""));
    api.jobs.cancel(ApiFixture.request("/api/jobs/" + id + "/cancel"));

    ApiResponse response = result(id);

    assertThat(response.status()).isEqualTo(404);
    assertThat(ApiFixture.json(response).path("type").textValue()).isEqualTo("/problems/no-result");
  }

  @Test
  void cancel_everyState_answersAsAgreed() {
    String queued = api.submittedId(ApiFixture.bell(""));
    assertThat(api.jobs.cancel(ApiFixture.request("/api/jobs/" + queued + "/cancel")).status())
        .isEqualTo(200);
    assertThat(api.jobs.cancel(ApiFixture.request("/api/jobs/" + queued + "/cancel")).status())
        .isEqualTo(200);
    String atProvider = api.submittedId(ApiFixture.bell(""));
    api.fixture.dispatchAllOf(ApiFixture.OWNER);
    assertThat(api.jobs.cancel(ApiFixture.request("/api/jobs/" + atProvider + "/cancel")).status())
        .isEqualTo(202);
    assertThat(api.jobs.cancel(ApiFixture.request("/api/jobs/" + completed() + "/cancel")).status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123",
        "00000000-0000-7000-8000-000000000000",
        "..",
        "%2e%2e",
        "j-1",
        "00000000-0000-7000-8000-00000000000g"
      })
  void get_noSuchJob_is404(String id) {
    assertThat(api.jobs.get(ApiFixture.request("/api/jobs/" + id)).status()).isEqualTo(404);
  }

  @Test
  void list_filtersAndPages_giveEveryJobOnceNewestFirst() {
    for (int i = 0; i < 5; i++) {
      api.submit(ApiFixture.bell(", \"job_name\": \"n" + i + "\", \"tags\": [\"t" + i % 2 + "\"]"));
      api.fixture.clock.advance(Duration.ofSeconds(1));
    }

    JsonNode first = ApiFixture.json(api.jobs.list(ApiFixture.request("/api/jobs", "limit", "2")));
    JsonNode rest =
        ApiFixture.json(
            api.jobs.list(
                ApiFixture.request("/api/jobs", "cursor", first.path("cursor").textValue())));
    JsonNode tagged = ApiFixture.json(api.jobs.list(ApiFixture.request("/api/jobs", "tag", "t1")));

    assertThat(first.path("jobs").findValuesAsText("job_name")).containsExactly("n4", "n3");
    assertThat(rest.path("jobs").findValuesAsText("job_name")).containsExactly("n2", "n1", "n0");
    assertThat(tagged.path("jobs").findValuesAsText("job_name")).containsExactly("n3", "n1");
  }

  @Test
  void list_badQuery_namesEveryProblem() {
    ApiResponse response =
        api.jobs.list(
            ApiFixture.request(
                "/api/jobs", "status", "DONE", "limit", "201", "created_after", "now", "x", "1"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(ApiFixture.json(response).path("errors")).hasSize(4);
  }

  @Test
  void list_forgedCursor_isRefused() {
    ApiResponse response = api.jobs.list(ApiFixture.request("/api/jobs", "cursor", "Zm9yZ2Vk"));

    assertThat(response.status()).isEqualTo(400);
  }
}
