package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.QueueMessage;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangedJobApiTest {
  private static final String MORE = ",\"num_shots\": 70, \"job_name\": \"first\"";

  private final ApiFixture api = new ApiFixture();

  private ApiResponse retry(String id, Map<String, String> headers) {
    return api.jobs.retry(
        new ApiRequest("/api/jobs/" + id + "/retry", Map.of(), headers, Optional.empty(), "test"));
  }

  private ApiResponse change(String id, String body, String type) {
    return api.jobs.change(
        new ApiRequest(
            "/api/jobs/" + id, Map.of(), Map.of("content-type", type), Optional.of(body), "test"));
  }

  private ApiResponse delete(String id) {
    return api.jobs.delete(ApiFixture.request("/api/jobs/" + id));
  }

  private String cancelled() {
    String id = api.submittedId(ApiFixture.bell(MORE));
    api.jobs.cancel(ApiFixture.request("/api/jobs/" + id + "/cancel"));
    return id;
  }

  @Test
  void retry_endedJob_isANewJobWithTheLabelsOfNow() {
    String id = cancelled();
    change(id, "{\"job_name\": \"renamed\"}", "application/merge-patch+json");

    ApiResponse response = retry(id, Map.of());

    JsonNode job = ApiFixture.json(response);
    assertThat(response.status()).isEqualTo(202);
    assertThat(job.path("id").textValue()).isNotEqualTo(id);
    assertThat(job.path("retry_of").textValue()).isEqualTo(id);
    assertThat(job.path("job_name").textValue()).isEqualTo("renamed");
    assertThat(job.path("num_shots").intValue()).isEqualTo(70);
    assertThat(job.path("status").textValue()).isEqualTo("QUEUED");
    api.fixture.dispatchAllOf(ApiFixture.OWNER);
    assertThat(api.fixture.lastInputParams()).containsEntry("shots", 70);
  }

  @Test
  void retry_sameIdempotencyKey_isTheSameJob() {
    String id = cancelled();

    ApiResponse first = retry(id, Map.of("idempotency-key", "again"));
    ApiResponse second = retry(id, Map.of("idempotency-key", "again"));

    assertThat(ApiFixture.json(second).path("id")).isEqualTo(ApiFixture.json(first).path("id"));
    assertThat(second.headers()).containsEntry("Idempotent-Replayed", "true");
    assertThat(retry(cancelled(), Map.of("idempotency-key", "again")).status()).isEqualTo(422);
  }

  @Test
  void retry_unfinishedOrUnknown_isRefused() {
    String id = api.submittedId(ApiFixture.bell(""));

    assertThat(retry(id, Map.of()).status()).isEqualTo(409);
    assertThat(retry("018f0000-0000-7000-8000-000000000000", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void retry_refusedDrop_hasNothingToRetry() {
    api.drops.accept(new QueueMessage.Drop("not a submission", "message-1"));
    String id =
        ApiFixture.json(api.jobs.list(ApiFixture.request("/api/jobs")))
            .path("jobs")
            .path(0)
            .path("id")
            .textValue();

    assertThat(ApiFixture.json(retry(id, Map.of())).path("type").textValue())
        .isEqualTo("/problems/nothing-to-retry");
  }

  @Test
  void change_manyFaults_areAllReported() {
    String id = api.submittedId(ApiFixture.bell(""));

    ApiResponse response =
        change(
            id,
            "{\"job_name\":\"\",\"tags\":[1],\"priority\":null,\"num_shots\":5}",
            "application/json");

    assertThat(response.status()).isEqualTo(400);
    assertThat(ApiFixture.json(response).path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/job_name", "/tags/0", "/priority", "/num_shots");
  }

  @Test
  void change_nullName_removesItAndLeavesTheRest() {
    String id = api.submittedId(ApiFixture.bell(MORE + ", \"tags\": [\"x\"]"));

    ApiResponse response =
        change(id, "{\"job_name\": null}", "application/merge-patch+json; charset=utf-8");

    assertThat(response.status()).isEqualTo(200);
    assertThat(ApiFixture.json(response).path("job_name").isNull()).isTrue();
    assertThat(ApiFixture.json(response).path("tags").path(0).textValue()).isEqualTo("x");
  }

  @Test
  void change_otherMediaType_is415() {
    String id = api.submittedId(ApiFixture.bell(""));

    assertThat(change(id, "{}", "text/plain").status()).isEqualTo(415);
  }

  @Test
  void delete_jobs_answersByTheirState() {
    String id = api.submittedId(ApiFixture.bell(""));
    assertThat(delete(id).status()).isEqualTo(409);
    api.jobs.cancel(ApiFixture.request("/api/jobs/" + id + "/cancel"));

    ApiResponse gone = delete(id);

    assertThat(gone.status()).isEqualTo(204);
    assertThat(gone.body()).isEmpty();
    assertThat(delete(id).status()).isEqualTo(404);
    assertThat(api.jobs.get(ApiFixture.request("/api/jobs/" + id)).status()).isEqualTo(404);
  }

  @Test
  void delete_thenTheSameKey_is410() {
    Map<String, String> key = Map.of("idempotency-key", "once");
    String id =
        ApiFixture.json(api.jobs.submit(ApiFixture.post(ApiFixture.bell(""), key)))
            .path("id")
            .textValue();
    api.jobs.cancel(ApiFixture.request("/api/jobs/" + id + "/cancel"));
    delete(id);

    assertThat(api.jobs.submit(ApiFixture.post(ApiFixture.bell(""), key)).status()).isEqualTo(410);
  }
}
