package io.quantumexecutor.local.host;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimerTriggersIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"*/1 * * * * *", "00:00:00.2"})
  void timer_runsLongerThanItsInterval_runsOneAtATime(String schedule) throws IOException {
    try (RunningHost running = RunningHost.timer(folder, schedule)) {
      await().atMost(15, SECONDS).until(() -> running.functions.ticks.size() >= 3);

      assertThat(running.functions.ticksAtOnce).hasValue(1);
      assertThat(running.functions.ticks.get(0))
          .contains("\"Schedule\":", "\"ScheduleStatus\":null", "\"IsPastDue\":false");
    }
  }

  @Test
  void start_scheduleMalformed_isRefusedWithTheFunctionsName() {
    assertThatThrownBy(() -> RunningHost.timer(folder, "every minute"))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("The timer Tick")
        .hasMessageContaining("2 parts");
  }
}
