package io.quantumexecutor.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The limits of a row (Azure documentation, "Understanding the Table service data model"). */
final class RowLimits {
  private static final int TEXT_CHARACTERS = 32 * 1024;
  private static final int BYTES = 64 * 1024;
  private static final int ROW_BYTES = 1024 * 1024;
  private static final int COLUMNS = 252;
  private static final int KEY_CHARACTERS = 512;
  private static final Pattern FORBIDDEN_IN_KEYS =
      Pattern.compile("[/\\\\#?\\x00-\\x1f\\x7f-\\x9f]");

  private RowLimits() {}

  static void check(TableRow row) {
    checkKey(row.partition());
    checkKey(row.key());
    int size = 0;
    for (Object value : row.columns().values()) {
      size += size(value);
    }
    if (row.columns().size() > COLUMNS || size > ROW_BYTES) {
      throw new IllegalArgumentException("the row is too large");
    }
  }

  private static void checkKey(String key) {
    if (key.length() > KEY_CHARACTERS || FORBIDDEN_IN_KEYS.matcher(key).find()) {
      throw new IllegalArgumentException("not a key: " + key);
    }
  }

  private static int size(Object value) {
    if (value instanceof String text && text.length() <= TEXT_CHARACTERS) {
      return 2 * text.length();
    }
    if (value instanceof byte[] bytes && bytes.length <= BYTES) {
      return bytes.length;
    }
    if (value instanceof Integer || value instanceof Boolean) {
      return Integer.BYTES;
    }
    throw new IllegalArgumentException("a column is too large or of a wrong type");
  }

  /** A row that shares no array with the other. */
  static TableRow copy(TableRow row) {
    Map<String, Object> columns = new HashMap<>(row.columns());
    columns.replaceAll((name, value) -> value instanceof byte[] bytes ? bytes.clone() : value);
    return new TableRow(row.partition(), row.key(), columns, row.etag());
  }
}
