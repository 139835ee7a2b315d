package io.quantumexecutor.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows to read, in the order of partition key and row key.
 *
 * @param conditions all of them hold; a row without the column never matches
 * @param pageSize at most so many rows at once, 1 to 1,000
 */
public record RowQuery(List<Condition> conditions, int pageSize) {
  public static final int MAX_PAGE_SIZE = 1_000;
  static final String PARTITION = "PartitionKey";
  static final String KEY = "RowKey";

  public RowQuery {
    conditions = List.copyOf(conditions);
    if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE_SIZE + " rows");
    }
  }

  /** How a column is compared with a text, by its UTF-16 code units. */
  public enum Comparison {
    EQ,
    LT,
    LE,
    GT,
    GE
  }

  /** A comparison of a column, or of {@code PartitionKey} or {@code RowKey}, with a text. */
  public record Condition(String column, Comparison comparison, String value) {}

  /** All rows of the table. */
  public static RowQuery everywhere(int pageSize) {
    return new RowQuery(List.of(), pageSize);
  }

  /** All rows of a partition. */
  public static RowQuery in(String partition, int pageSize) {
    return everywhere(pageSize).where(PARTITION, Comparison.EQ, partition);
  }

  public RowQuery where(String column, Comparison comparison, String value) {
    List<Condition> next = new ArrayList<>(conditions);
    next.add(new Condition(column, comparison, value));
    return new RowQuery(next, pageSize);
  }

  public RowQuery key(Comparison comparison, String value) {
    return where(KEY, comparison, value);
  }
}
