package io.quantumexecutor.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */2 * * * * *       | 2026-11-22T10:00:01Z     | 2026-11-22T10:00:02Z
          */2 * * * * *       | 2026-11-22T10:00:02Z     | 2026-11-22T10:00:04Z
          */2 * * * * *       | 2026-11-22T10:00:02.900Z | 2026-11-22T10:00:04Z
          */2 * * * * *       | 2026-12-31T23:59:58.001Z | 2027-01-01T00:00:00Z
          */30 * * * * *      | 2026-11-22T10:00:31Z     | 2026-11-22T10:01:00Z
          */5 * * * *         | 2026-11-22T10:00:31Z     | 2026-11-22T10:05:00Z
          0 30 9 * * *        | 2026-11-22T09:30:00Z     | 2026-11-23T09:30:00Z
          0 30 9 * JAN Mon    | 2026-11-22T09:30:00Z     | 2027-01-04T09:30:00Z
          30 9 * january Sunday | 2026-11-22T09:30:00Z   | 2027-01-03T09:30:00Z
          0 0 0 * * 0         | 2026-11-22T09:30:00Z     | 2026-11-29T00:00:00Z
          0 0 0 13 * FRI      | 2026-11-22T09:30:00Z     | 2027-08-13T00:00:00Z
          0 0 0 29 2 *        | 2096-03-01T00:00:00Z     | 2104-02-29T00:00:00Z
          10-12,50 * * * * *  | 2026-11-22T10:00:12Z     | 2026-11-22T10:00:50Z
          5/20 59 23 * * *    | 2026-11-22T23:59:44Z     | 2026-11-22T23:59:45Z
          5/20 59 23 * * *    | 2026-11-22T23:59:45Z     | 2026-11-23T23:59:05Z
          0 15,45 8-9 * * 1-5 | 2026-11-22T10:00:00Z     | 2026-11-23T08:15:00Z
          0 15,45 8-9 * * 1-5 | 2026-11-23T08:45:00Z     | 2026-11-23T09:15:00Z
          """)
  void next_ncrontab_isFirstMatchAfter(String expression, Instant after, Instant expected) {
    assertThat(Schedule.parse(expression).next(after)).contains(expected);
  }

  @Test
  void next_dayThatNeverComes_isEmpty() {
    assertThat(Schedule.parse("0 0 0 30 2 *").next(Instant.EPOCH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"00:00:02,PT2S", "01:30,PT1H30M", "1.02:03:04.5,P1DT2H3M4.5S"})
  void next_timeSpan_isThatLater(String text, Duration interval) {
    assertThat(Schedule.parse(text).next(Instant.EPOCH)).contains(Instant.EPOCH.plus(interval));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          * * * *         | 4 parts
          60 * * * * *    | Value 60 not in range [0, 59]
          * * 24 * * *    | Value 24
          * * * 0 * *     | Value 0
          * * * * 13 *    | Value 13
          * * * * * 7     | Value 7
          * * * * foo *   | FOO
          */0 * * * * *   | Period 0
          9-3 * * * * *   | [9,3]
          1,,2 * * * * *  | Invalid
          00:00:00        | zero
          """)
  void parse_malformed_saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> Schedule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
