package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthApiTest {
  private final ApiFixture api = new ApiFixture();
  private final HealthApi health =
      new HealthApi(api.fixture.ports.active(), api.fixture.targets, api.fixture.clock);

  private JsonNode ask() {
    return ApiFixture.json(health.health(ApiFixture.request("/api/health")));
  }

  @Test
  void health_overdueJob_tellsForHowLong() {
    api.submittedId(ApiFixture.bell(""));
    assertThat(ask().path("oldest_overdue_seconds").longValue()).isZero();
    api.fixture.clock.advance(Duration.ofSeconds(100));

    assertThat(ask().path("oldest_overdue_seconds").longValue()).isEqualTo(40);
    assertThat(ask().path("storage").textValue()).isEqualTo("ok");
  }

  @Test
  void health_workspaceInTrouble_isAskedOnceAMinute() {
    api.fixture.failTargets(new QuantumException(Kind.DENIED, 401, "no-access", "no", null));

    assertThat(ask().path("workspace").textValue()).isEqualTo("no-access");
    assertThat(ask().path("workspace").textValue()).isEqualTo("no-access");
    api.fixture.clock.advance(Duration.ofSeconds(61));

    assertThat(ask().path("workspace").textValue()).isEqualTo("ok");
  }
}
