package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Outbox;
import io.quantumexecutor.job.QueueMessage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code events} and {@code callback_url} of a submission. */
class NotificationApiTest {
  private final ApiFixture api = new ApiFixture();

  private Outbox outboxOf(JsonNode job) {
    return outboxOf(JobId.parse(job.path("id").textValue()).orElseThrow());
  }

  private Outbox outboxOf(JobId id) {
    return api.fixture.ports.jobs().find(new JobKey(ApiFixture.OWNER, id)).orElseThrow().outbox();
  }

  @Test
  void submit_neither_tellsTheEndOnTheQueueAndGivesNoSecret() {
    JsonNode job = ApiFixture.json(api.submit(ApiFixture.bell("")));

    assertThat(outboxOf(job)).isEqualTo(Outbox.EMPTY);
    assertThat(job.has("callback_secret")).isFalse();
  }

  @Test
  void submit_both_areKeptAndTheSecretIsGiven() {
    String body =
        ApiFixture.bell(", \"events\": \"all\", \"callback_url\": \"https://example.com/x?a=b\"");

    JsonNode job = ApiFixture.json(api.submit(body));

    assertThat(outboxOf(job).events()).isEqualTo(EventFilter.ALL);
    assertThat(outboxOf(job).callback()).isEqualTo(URI.create("https://example.com/x?a=b"));
    assertThat(job.path("callback_secret").textValue()).isEqualTo("secret of single");
    JsonNode read =
        ApiFixture.json(
            api.jobs.get(ApiFixture.request("/api/jobs/" + job.path("id").textValue())));
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
          ApiResponse answer = api.submit(ApiFixture.bell(", " + field));

          assertThat(answer.status()).as(field).isEqualTo(400);
          assertThat(ApiFixture.json(answer).path("errors").findValuesAsText("pointer"))
              .as(field)
              .isEqualTo(List.of(place));
        });
  }

  @Test
  void drop_withACallback_isCalledBackToo() {
    String body = ApiFixture.bell(", \"callback_url\": \"https://example.com/x\"");

    api.drops.accept(new QueueMessage.Drop(body, "message-1"));

    JobId id = api.fixture.idsOf(ApiFixture.OWNER).get(0);
    assertThat(outboxOf(id).callback()).hasToString("https://example.com/x");
  }
}
