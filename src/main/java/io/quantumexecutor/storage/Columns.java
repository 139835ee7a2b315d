package io.quantumexecutor.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the columns of a row; what is null is left out. */
final class Columns {
  private final Map<String, Object> values = new HashMap<>();

  /** A text of ours, known to be short. */
  Columns text(String column, @Nullable String value) {
    if (value != null) {
      values.put(column, value);
    }
    return this;
  }

  /** A text from outside, cut where it would not fit. */
  Columns free(String column, @Nullable String value) {
    return text(column, value == null ? null : Fit.text(value));
  }

  Columns number(String column, int value) {
    values.put(column, value);
    return this;
  }

  Columns time(String column, @Nullable Instant value) {
    return text(column, value == null ? null : Times.format(value));
  }

  Columns bytes(String column, byte[] value) {
    values.put(column, value);
    return this;
  }

  Row row(String partition, String key) {
    return Row.of(partition, key, values);
  }

  static @Nullable Instant time(Row row, String column) {
    String text = row.text(column);
    return text == null ? null : Times.parse(text);
  }

  static Instant requiredTime(Row row, String column) {
    return Times.parse(row.requiredText(column));
  }
}
