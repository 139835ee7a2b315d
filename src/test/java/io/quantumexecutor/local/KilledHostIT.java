package io.quantumexecutor.local;

import static io.quantumexecutor.local.JobsApi.bell;
import static io.quantumexecutor.local.JobsApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real host over real sockets is killed again and again while jobs are on their way. */
@Timeout(240)
final class KilledHostIT {
  private static final int ROUNDS = 4;
  private static final int JOBS = 6;

  private final RunningStack stack =
      RunningStack.withoutHost(Clock.systemUTC(), Duration.ofSeconds(1));
  private final Map<String, String> idsByKey = new LinkedHashMap<>();

  @AfterEach
  void stop() {
    stack.close();
  }

  private static HttpResponse<String> submit(JobsApi api, String key) {
    return api.send(bell(key), "Idempotency-Key", key).join();
  }

  /** Kills the host once the provider has some, but not all, of the round's jobs. */
  private void round(int round) {
    JobsApi api = stack.startHost();
    for (int i = 0; i < JOBS; i++) {
      String key = "round " + round + " job " + i;
      HttpResponse<String> answer = submit(api, key);
      assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
      idsByKey.put(key, json(answer).path("id").asText());
    }
    int enough = round * JOBS + 1 + round % JOBS;
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> stack.emulator().journal().jobsCreated() >= enough);
    stack.killHost();
  }

  @Test
  void jobs_hostKilledInEveryRound_allEndAndNoneTwice() {
    for (int round = 0; round < ROUNDS; round++) {
      round(round);
    }

    JobsApi api = stack.startHost();
    idsByKey.forEach(
        (key, id) -> {
          assertThat(api.ended(id).path("status").asText()).isEqualTo("COMPLETED");
          assertThat(api.result(id).path("num_shots").asInt()).isEqualTo(1000);
          assertThat(stack.emulator().journal().creates(id)).isEqualTo(1);
          assertThat(stack.emulator().journal().repeats(id)).isZero();
          HttpResponse<String> again = submit(api, key);
          assertThat(json(again).path("id").asText()).isEqualTo(id);
        });
    assertThat(stack.emulator().journal().jobsCreated()).isEqualTo(ROUNDS * JOBS);
  }
}
