package io.quantumexecutor.local;

import static io.quantumexecutor.local.JobsApi.bell;
import static io.quantumexecutor.local.JobsApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.callback.HttpsReceiver;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others are told of jobs, on the real parts. */
@Timeout(120)
@SharedStack.Used
final class EventsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static HttpsReceiver receiver;
  private static RunningStack stack;
  private static JobsApi api;

  @BeforeAll
  static void start(SharedStack shared) {
    receiver = shared.receiver;
    stack = shared.stack;
    api = shared.api;
  }

  private static String withFields(String fields) {
    String body = bell("told").strip();
    return body.substring(0, body.length() - 1) + ", " + fields + "}";
  }

  private static List<JsonNode> eventsOf(String job) throws IOException {
    QueueClient queue = stack.queue("quantum-job-events");
    List<JsonNode> events = new ArrayList<>();
    List<QueueMessageItem> batch;
    do {
      batch = queue.receiveMessages(32).stream().toList();
      for (QueueMessageItem item : batch) {
        JsonNode event = JSON.readTree(item.getBody().toString());
        if (event.path("subject").asText().equals(job)) {
          events.add(event);
        }
      }
    } while (!batch.isEmpty());
    return events;
  }

  @Test
  void job_withACallback_isToldByEventsAndBySignedCall() throws IOException {
    JsonNode accepted =
        json(
            api.send(
                    withFields(
                        "\"events\": \"all\", \"callback_url\": \"https://localhost:"
                            + receiver.port()
                            + "/jobs?x=1\""))
                .join());
    String id = accepted.path("id").asText();
    String secret = accepted.path("callback_secret").asText();

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> receiver.calls().stream().anyMatch(call -> call.body().contains(id)));

    HttpsReceiver.Call call =
        receiver.calls().stream().filter(it -> it.body().contains(id)).findFirst().orElseThrow();
    assertThat(call.isSignedWith(secret)).isTrue();
    assertThat(call.target()).isEqualTo("/jobs?x=1");
    List<JsonNode> events = eventsOf(id);
    assertThat(events)
        .extracting(event -> event.path("data").path("status").asText())
        .startsWith("QUEUED")
        .endsWith("COMPLETED");
    assertThat(JSON.readTree(call.body())).isEqualTo(events.get(events.size() - 1));
    JsonNode job =
        api.when(id, it -> it.path("timeline").toString().contains("callback delivered"));
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void get_waiting_answersWhenTheJobMoved() {
    String id = api.submit(bell("waited for"));

    JsonNode job = json(api.call("GET", "/" + id + "?wait=60", ""));

    assertThat(job.path("status").asText()).isNotEqualTo("QUEUED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "https://127.0.0.1/",
        "https://169.254.169.254/metadata/identity/oauth2/token",
        "https://[::1]/",
        "https://localhost/",
        "https://2130706433/",
        "https://user:password@example.com/",
        "https://example.com:8080/",
        "gopher://example.com/"
      })
  void submit_hostileCallback_is400(String address) {
    HttpResponse<String> answer =
        api.send(withFields("\"callback_url\": \"" + address + "\"")).join();

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("errors").get(0).path("pointer").asText())
        .isEqualTo("/callback_url");
  }
}
