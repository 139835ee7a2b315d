package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Notice;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code events} and {@code callback_url} of a submission. */
class NoticeApiTest {
  private final ApiWorld api = new ApiWorld();

  private Notice noticeOf(JsonNode job) {
    JobId id = JobId.parse(job.path("id").textValue()).orElseThrow();
    return api.world
        .ports
        .jobs()
        .find(new JobKey(ApiWorld.OWNER, id))
        .orElseThrow()
        .outbox()
        .notice();
  }

  @Test
  void submit_neither_tellsTheEndOnTheQueueAndGivesNoSecret() {
    JsonNode job = ApiWorld.json(api.submit(ApiWorld.bell("")));

    assertThat(noticeOf(job)).isEqualTo(Notice.PLAIN);
    assertThat(job.has("callback_secret")).isFalse();
  }

  @Test
  void submit_both_areKeptAndTheSecretIsGiven() {
    String body =
        ApiWorld.bell(", \"events\": \"all\", \"callback_url\": \"https://example.com/x?a=b\"");

    JsonNode job = ApiWorld.json(api.submit(body));

    assertThat(noticeOf(job))
        .isEqualTo(new Notice(Notice.Events.ALL, URI.create("https://example.com/x?a=b")));
    assertThat(job.path("callback_secret").textValue()).isEqualTo("secret of single");
    JsonNode read =
        ApiWorld.json(api.jobs.get(ApiWorld.request("/api/jobs/" + job.path("id").textValue())));
    assertThat(read.has("callback_secret")).isFalse();
  }

  @Test
  void submit_wrongOnes_areRefusedWithTheirPlaces() {
    Map<String, String> wrong =
        Map.of(
            "\"callback_url\": \"http://example.com\"", "/callback_url",
            "\"callback_url\": \"https://exa mple.com\"", "/callback_url",
            "\"callback_url\": \"https://example.com/\\r\\nX: y\"", "/callback_url",
            "\"callback_url\": 5", "/callback_url",
            "\"events\": \"END\"", "/events",
            "\"events\": true", "/events");
    wrong.forEach(
        (field, place) -> {
          ApiResponse answer = api.submit(ApiWorld.bell(", " + field));

          assertThat(answer.status()).as(field).isEqualTo(400);
          assertThat(ApiWorld.json(answer).path("errors").findValuesAsText("pointer"))
              .as(field)
              .isEqualTo(List.of(place));
        });
  }

  @Test
  void drop_withACallback_isCalledBackToo() {
    String body = ApiWorld.bell(", \"callback_url\": \"https://example.com/x\"");

    api.drops.accept(body, "message-1");

    JobId id = api.world.idsOf(ApiWorld.OWNER).get(0);
    assertThat(
            api.world
                .ports
                .jobs()
                .find(new JobKey(ApiWorld.OWNER, id))
                .orElseThrow()
                .outbox()
                .notice()
                .callback())
        .hasToString("https://example.com/x");
  }
}
