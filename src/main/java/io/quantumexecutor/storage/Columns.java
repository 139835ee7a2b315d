package io.quantumexecutor.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the columns of a row; what is null is left out. */
final class Columns {
  /** Texts of one width, so that comparing the texts compares the times. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Map<String, Object> values = new HashMap<>();

  /** A text of ours, known to be short. */
  Columns text(String column, @Nullable String value) {
    if (value != null) {
      values.put(column, value);
    }
    return this;
  }

  /** A text from outside, which may hold any characters and be of any length. */
  Columns free(String column, @Nullable String value) {
    return text(column, value == null ? null : TruncatedJson.text(value));
  }

  Columns number(String column, int value) {
    values.put(column, value);
    return this;
  }

  Columns time(String column, @Nullable Instant value) {
    return text(column, value == null ? null : format(value));
  }

  Columns bytes(String column, byte[] value) {
    values.put(column, value);
    return this;
  }

  TableRow row(String partition, String key) {
    return TableRow.of(partition, key, values);
  }

  /** A time as it stands in a column. */
  static String format(Instant time) {
    return TIME.format(time);
  }

  static @Nullable String free(TableRow row, String column) {
    String json = row.text(column);
    return json == null ? null : StoredJson.read(json, String.class);
  }

  static @Nullable Instant time(TableRow row, String column) {
    String text = row.text(column);
    return text == null ? null : Instant.parse(text);
  }

  static Instant requiredTime(TableRow row, String column) {
    return Instant.parse(row.requiredText(column));
  }
}
