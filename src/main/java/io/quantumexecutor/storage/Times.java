package io.quantumexecutor.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as texts of one width, so that comparing the texts compares the times. */
final class Times {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  static String format(Instant time) {
    return FORMAT.format(time);
  }

  static Instant parse(String text) {
    return Instant.parse(text);
  }
}
