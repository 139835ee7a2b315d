package io.quantumexecutor.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table. The keys must not contain {@code / \ # ?} or control characters.
 *
 * @param columns texts, integers, booleans and byte arrays, without the keys
 * @param etag the version that storage gave it, null for a row that was never stored
 */
public record TableRow(
    String partition, String key, Map<String, Object> columns, @Nullable String etag) {
  public TableRow {
    columns = Map.copyOf(columns);
  }

  /** A row that was never stored. */
  public static TableRow of(String partition, String key, Map<String, Object> columns) {
    return new TableRow(partition, key, columns, null);
  }

  public TableRow at(String version) {
    return new TableRow(partition, key, columns, version);
  }

  public TableRow with(String column, Object value) {
    Map<String, Object> next = new HashMap<>(columns);
    next.put(column, value);
    return new TableRow(partition, key, next, etag);
  }

  /** The version of a row that came from storage. */
  public String storedEtag() {
    if (etag == null) {
      throw new IllegalStateException("row " + key + " was never stored");
    }
    return etag;
  }

  /** A text column; null when there is none. */
  public @Nullable String text(String column) {
    return columns.get(column) instanceof String text ? text : null;
  }

  /** A text column that every row of its kind has. */
  public String requiredText(String column) {
    String text = text(column);
    if (text == null) {
      throw new IllegalStateException("row " + key + " has no text in column " + column);
    }
    return text;
  }

  /**
   * A text column that names a constant.
   *
   * @throws UnknownWordException if this version has no such constant
   */
  public <E extends Enum<E>> E word(String column, Class<E> type) {
    String word = requiredText(column);
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new UnknownWordException(column, word));
  }

  /** An integer column; 0 when there is none. */
  public int number(String column) {
    return columns.get(column) instanceof Integer number ? number : 0;
  }
}
