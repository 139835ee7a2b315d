package io.quantumexecutor.local.emulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service writes times in three ways, told apart by where they stand. */
final class ApiTime {
  private static final DateTimeFormatter TICKS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
          .toFormatter()
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ApiTime() {}

  /** Up to seven digits and an offset: the answers about one job. */
  static String ofJob(Instant instant) {
    return TICKS.format(instant) + "+00:00";
  }

  /** Up to seven digits and Z: lists and sessions. */
  static String ofList(Instant instant) {
    return TICKS.format(instant) + "Z";
  }

  /** Milliseconds and Z, as providers report them; null when there is none. */
  static @Nullable String ofProvider(Optional<Instant> instant) {
    return instant.map(MILLIS::format).orElse(null);
  }
}
