package io.quantumexecutor.local;

import static io.quantumexecutor.local.JobsApi.bell;
import static io.quantumexecutor.local.JobsApi.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.Availability;
import io.quantumexecutor.local.emulator.EmulatorJournal;
import io.quantumexecutor.local.emulator.InjectedFault;
import io.quantumexecutor.local.emulator.Route;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way of a job from a request or message to its result, on the real parts. */
@Timeout(120)
@SharedStack.Used
final class MainJobIT {
  private static RunningStack stack;
  private static JobsApi api;

  @BeforeAll
  static void start(SharedStack shared) {
    stack = shared.stack;
    api = shared.api;
  }

  /** Leaves a message and gives the id of the job it became. */
  private static String drop(String message) {
    List<String> before = api.ids();
    stack.queue().sendMessage(message);
    return api.newJob(before);
  }

  @Test
  void bell_byRequestAndByMessage_endInDocumentsOfOneShape() {
    String byRequest = api.submit(bell("bell"));
    String byMessage = drop(bell("bell"));
    String byEncodedMessage =
        drop(Base64.getEncoder().encodeToString(bell("bell").getBytes(UTF_8)));

    JsonNode expectedJob = api.ended(byRequest);
    JsonNode expectedResult = api.result(byRequest);
    assertThat(expectedJob.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(expectedResult.path("counts").properties())
        .extracting(entry -> entry.getKey())
        .containsExactlyInAnyOrder("00", "11");
    for (String id : List.of(byMessage, byEncodedMessage)) {
      JsonNode job = api.ended(id);
      assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(JsonShape.of(job)).isEqualTo(JsonShape.of(expectedJob));
      assertThat(JsonShape.of(api.result(id))).isEqualTo(JsonShape.of(expectedResult));
      assertThat(stack.emulator().journal().creates(id)).isEqualTo(1);
    }
  }

  @Test
  void refusal_byRequestAndByMessage_listsTheSameProblems() {
    String wrong =
        """
        {"program": "OPENQASM 2.0; qreg q[1];\\n nope q[0];", "num_shots": 0, "surprise": 1,
         "backend_preferences": {"backend_name": "ionq.simulator"}}
        """;

    HttpResponse<String> refused = api.send(wrong).join();
    JsonNode dropped = api.ended(drop(wrong));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(dropped.path("status").asText()).isEqualTo("FAILED");
    assertThat(dropped.at("/error/code").asText()).isEqualTo("invalid-request");
    JsonNode problems = dropped.at("/error/problems");
    assertThat(problems).isEqualTo(json(refused).path("errors"));
    assertThat(problems)
        .extracting(problem -> problem.path("pointer").asText())
        .contains("/num_shots", "/surprise", "/program");
    assertThat(problems)
        .anySatisfy(problem -> assertThat(problem.path("line").asInt()).isEqualTo(2));
  }

  @Test
  void message_thatIsNoJson_becomesAJobThatSaysSo() {
    JsonNode job = api.ended(drop("neither <JSON> nor base64!"));

    assertThat(job.path("status").asText()).isEqualTo("FAILED");
    assertThat(job.at("/error/message").asText()).contains("is not JSON");
    assertThat(job.at("/error/problems")).hasSize(1);
  }

  @Test
  void idempotencyKey_firedFiftyTimesAtOnce_makesOneJob() {
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, 50)
            .mapToObj(i -> api.send(bell("fifty"), "Idempotency-Key", "fifty"))
            .toList();
    List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();
    HttpResponse<String> otherBody = api.send(bell("other"), "Idempotency-Key", "fifty").join();

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
    assertThat(answers)
        .extracting(answer -> json(answer).path("id").asText())
        .containsOnly(json(answers.get(0)).path("id").asText());
    assertThat(answers)
        .filteredOn(answer -> answer.headers().firstValue("Idempotent-Replayed").isPresent())
        .hasSize(49);
    assertThat(otherBody.statusCode()).isEqualTo(422);
    String id = json(answers.get(0)).path("id").asText();
    assertThat(api.ended(id).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(stack.emulator().journal().creates(id)).isEqualTo(1);
  }

  @Test
  void target_unavailable_holdsTheJobUntilItOpens() {
    String target = "rigetti.sim.qvm"; // no other test uses it
    stack.emulator().setTarget(target, Availability.UNAVAILABLE, 0);
    String id = api.submit(bell("held").replace("ionq.simulator", target));
    JsonNode held;
    try {
      held = api.when(id, job -> job.has("held"));
    } finally {
      stack.emulator().setTarget(target, Availability.AVAILABLE, 0);
    }

    assertThat(held.path("status").asText()).isEqualTo("QUEUED");
    assertThat(held.at("/held/code").asText()).isEqualTo("TargetUnavailable");
    assertThat(api.ended(id).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(stack.emulator().journal().creates(id)).isEqualTo(1);
  }

  @Test
  void create_answeredByAResetAfterItWasDone_isAdopted() {
    stack
        .emulator()
        .faults()
        .add(InjectedFault.first(Route.CREATE_JOB, new InjectedFault.ResetAfter()));

    String id = api.submit(bell("reset"));
    JsonNode job;
    try {
      job = api.ended(id);
    } finally {
      stack.emulator().faults().clear();
    }

    assertThat(stack.emulator().journal().entries())
        .filteredOn(entry -> entry.route() == Route.CREATE_JOB && entry.id().equals(id))
        .extracting(EmulatorJournal.Entry::status)
        .as("dropped without an answer")
        .contains(0);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(stack.emulator().journal().creates(id)).isEqualTo(1);
  }
}
