package io.quantumexecutor.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private Instant now = Instant.EPOCH;
  private int calls;

  @ParameterizedTest
  @CsvSource({"PT0S, 3", "PT1S, 3", "PT2S, 2", "PT4.7S, 2", "PT4.8S, 1", "PT20S, 1"})
  void of_troubleThatLasts_endsWithinFiveSecondsOfTheLastStart(Duration each, int expected) {
    RetryPolicy retries = new RetryPolicy(() -> now, this::advance);

    assertThatExceptionOfType(QuantumException.class)
        .isThrownBy(() -> retries.call(() -> fail(each)));

    assertThat(calls).isEqualTo(expected);
    assertThat(now.minus(each)).isBeforeOrEqualTo(Instant.EPOCH.plusSeconds(5));
  }

  private Object fail(Duration after) {
    calls++;
    advance(after);
    throw new QuantumException(Kind.TRY_LATER, 503, "http-503", "busy", null);
  }

  private void advance(Duration time) {
    now = now.plus(time);
  }
}
