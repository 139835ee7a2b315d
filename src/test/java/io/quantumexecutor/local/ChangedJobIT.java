package io.quantumexecutor.local;

import static io.quantumexecutor.local.JobsApi.bell;
import static io.quantumexecutor.local.JobsApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.EmulatorJournal;
import io.quantumexecutor.local.emulator.Route;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changing, running again and deleting jobs, on the real parts. */
@Timeout(120)
@SharedStack.Used
final class ChangedJobIT {
  private static ShiftedClock providerClock;
  private static EmulatorJournal journal;
  private static JobsApi api;

  @BeforeAll
  static void start(SharedStack shared) {
    providerClock = shared.providerClock;
    journal = shared.stack.emulator().journal();
    api = shared.api;
  }

  /** Until a test lets the time go on, jobs wait at the provider. */
  @BeforeEach
  void stopTheProvidersClock() {
    providerClock.stop();
  }

  @AfterEach
  void letTheProvidersClockGo() {
    providerClock.go();
  }

  @Test
  void job_changedRunAgainAndDeleted_goesItsWay() {
    String id = api.submit(bell("first"));
    api.when(id, job -> job.path("submitted_at").isTextual());

    HttpResponse<String> changed =
        api.call(
            "PATCH",
            "/" + id,
            "{\"job_name\": \"second\", \"priority\": \"High\"}",
            "Content-Type",
            "application/merge-patch+json");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(json(changed).path("priority").asText()).isEqualTo("High");
    assertThat(journal.entries())
        .filteredOn(entry -> entry.route() == Route.UPDATE_JOB && entry.id().equals(id))
        .hasSize(1);
    assertThat(api.call("DELETE", "/" + id, "").statusCode()).isEqualTo(409);
    assertThat(api.call("POST", "/" + id + "/retry", "").statusCode()).isEqualTo(409);
    providerClock.go();
    assertThat(api.ended(id).path("status").asText()).isEqualTo("COMPLETED");

    HttpResponse<String> retried = api.call("POST", "/" + id + "/retry", "");
    assertThat(retried.statusCode()).as(retried.body()).isEqualTo(202);
    assertThat(api.call("DELETE", "/" + id, "").statusCode()).isEqualTo(204);

    JsonNode second = api.ended(json(retried).path("id").asText());
    assertThat(second.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(second.path("retry_of").asText()).isEqualTo(id);
    assertThat(second.path("job_name").asText()).isEqualTo("second");
    assertThat(api.call("DELETE", "/" + id, "").statusCode()).isEqualTo(404);
    assertThat(api.call("GET", "/" + id + "/result", "").statusCode()).isEqualTo(404);
  }

  @Test
  void key_ofADeletedJob_answersThatItIsGone() {
    String id =
        json(api.send(bell("key"), "Idempotency-Key", "deleted").join()).path("id").asText();
    api.cancel(id);
    api.ended(id);
    assertThat(api.call("DELETE", "/" + id, "").statusCode()).isEqualTo(204);

    assertThat(api.send(bell("key"), "Idempotency-Key", "deleted").join().statusCode())
        .isEqualTo(410);
  }
}
