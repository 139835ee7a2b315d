package io.quantumexecutor.local;

import static io.quantumexecutor.local.JobsApi.bell;
import static io.quantumexecutor.local.JobsApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.InjectedFault;
import io.quantumexecutor.local.emulator.Route;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Jobs killed or cancelled at the two worst moments: nothing is lost and nothing runs twice or for
 * nobody.
 */
@Timeout(120)
@Order(1)
final class InterruptedDispatchIT {
  private static final Map<String, String> NO_DISPATCH =
      Map.of("AzureWebJobs.DispatchJob.Disabled", "true");
  private static final Duration QUEUED = Duration.ofHours(1);
  private static final InjectedFault.Delay LONG =
      new InjectedFault.Delay(Duration.ofMinutes(5).toMillis());

  private final ShiftedClock providerClock = new ShiftedClock();
  private RunningStack stack;

  @BeforeEach
  void start() {
    stack = RunningStack.withoutHost(providerClock, QUEUED);
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  /** Accepted, and the host is gone before it could dispatch the job. */
  private String killedAfterAccepting() {
    String id = stack.startHost(NO_DISPATCH).submit(bell("undispatched"));
    stack.killHost();
    assertThat(creates(id)).isZero();
    return id;
  }

  /** The provider has the job, and the host is gone before it heard of that. */
  private String killedAfterProviderAccepted() {
    stack.emulator().faults().add(InjectedFault.first(Route.CREATE_JOB, LONG));
    String id = stack.startHost().submit(bell("unrecorded"));
    await().atMost(Duration.ofSeconds(30)).until(() -> creates(id) == 1);
    stack.killHost();
    assertThat(stack.emulator().faults().unfired()).isEmpty();
    return id;
  }

  private int creates(String id) {
    return stack.emulator().journal().creates(id);
  }

  /** Every way to make the job at the provider again counts. */
  private void assertCompletedAfterOneCreate(JobsApi api, String id) {
    api.when(id, job -> job.hasNonNull("submitted_at"));
    providerClock.forward(QUEUED);
    JsonNode job = api.ended(id);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(api.result(id).path("num_shots").asInt()).isEqualTo(1000);
    assertThat(creates(id)).isEqualTo(1);
    assertThat(stack.emulator().journal().repeats(id)).isZero();
    assertThat(stack.emulator().journal().jobsCreated()).isEqualTo(1);
  }

  /** The provider may have confirmed before the answer is written. */
  private static void assertCancelTaken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isIn(200, 202);
    assertThat(json(answer).path("status").asText())
        .isEqualTo(answer.statusCode() == 200 ? "CANCELLED" : "CANCELLING");
  }

  @Test
  void kill_betweenAcceptingAndDispatch_completesAfterRestart() {
    String id = killedAfterAccepting();

    assertCompletedAfterOneCreate(stack.startHost(), id);
  }

  @Test
  void kill_betweenTheProvidersAcceptanceAndOurRecord_adoptsTheJobAfterRestart() {
    String id = killedAfterProviderAccepted();

    JobsApi api = stack.startHost();

    assertThat(api.job(id).hasNonNull("submitted_at")).isFalse();
    assertCompletedAfterOneCreate(api, id);
  }

  @Test
  void cancel_beforeDispatch_neverReachesTheProvider() {
    String id = killedAfterAccepting();

    JobsApi api = stack.startHost(NO_DISPATCH);
    var answer = api.cancel(id);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("status").asText()).isEqualTo("CANCELLED");
    stack.killHost();
    JobsApi dispatching = stack.startHost();
    await().until(() -> stack.queue().peekMessage() == null);
    String later = dispatching.submit(bell("later"));
    dispatching.when(later, job -> job.hasNonNull("submitted_at"));
    assertThat(dispatching.job(id).path("status").asText()).isEqualTo("CANCELLED");
    assertThat(creates(id)).isZero();
  }

  @Test
  void cancel_afterTheProvidersUnrecordedAcceptance_endsTheProvidersJob() {
    String id = killedAfterProviderAccepted();

    JobsApi api = stack.startHost();
    assertCancelTaken(api.cancel(id));

    JsonNode job = api.ended(id);
    assertThat(job.path("status").asText()).isEqualTo("CANCELLED");
    assertThat(job.path("provider_status").asText()).isEqualTo("Cancelled");
    assertThat(stack.emulator().journal().cancels(id)).isPositive();
    assertThat(creates(id)).isEqualTo(1);
  }

  @Test
  void cancel_whileTheProviderTakesTheJob_endsTheProvidersJob() {
    stack
        .emulator()
        .faults()
        .add(InjectedFault.first(Route.CREATE_JOB, new InjectedFault.Delay(2_000)));
    JobsApi api = stack.startHost();
    String id = api.submit(bell("cancelled early"));
    await().atMost(Duration.ofSeconds(30)).until(() -> creates(id) == 1);

    assertCancelTaken(api.cancel(id));

    assertThat(api.ended(id).path("status").asText()).isEqualTo("CANCELLED");
    assertThat(stack.emulator().journal().cancels(id)).isPositive();
    assertThat(stack.emulator().faults().unfired()).isEmpty();
    assertThat(creates(id)).isEqualTo(1);
  }
}
