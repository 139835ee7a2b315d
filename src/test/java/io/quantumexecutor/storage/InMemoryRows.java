package io.quantumexecutor.storage;

import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.storage.RowQuery.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A table in memory, ordered by partition key and row key. */
public final class InMemoryRows implements Rows {
  private static final int MAX_WRITES = 100;

  private record Keys(String partition, String key) implements Comparable<Keys> {
    private static final Comparator<Keys> ORDER =
        Comparator.comparing(Keys::partition).thenComparing(Keys::key);

    static Keys of(TableRow row) {
      return new Keys(row.partition(), row.key());
    }

    @Override
    public int compareTo(Keys other) {
      return ORDER.compare(this, other);
    }
  }

  private final NavigableMap<Keys, TableRow> rows = new TreeMap<>();
  private final int rowsPerScan;
  private long versions;
  private Health health = Health.WELL;

  private enum Health {
    WELL,
    BREAKS_AFTER_THE_NEXT_TRANSACTION,
    BROKEN
  }

  InMemoryRows(int rowsPerScan) {
    this.rowsPerScan = rowsPerScan;
  }

  @Override
  public synchronized Optional<TableRow> get(String partition, String key) {
    checkHealth();
    return Optional.ofNullable(rows.get(new Keys(partition, key))).map(RowLimits::copy);
  }

  @Override
  public synchronized String insert(TableRow row) {
    check(RowWrite.insert(row));
    return put(row);
  }

  @Override
  public synchronized String replace(TableRow row) {
    check(RowWrite.replace(row));
    return put(row);
  }

  @Override
  public synchronized void delete(String partition, String key) {
    rows.remove(new Keys(partition, key));
  }

  @Override
  public synchronized void commit(List<RowWrite> writes) {
    checkHealth();
    checkShape(writes);
    writes.forEach(this::check);
    for (RowWrite write : writes) {
      switch (write.kind()) {
        case INSERT, REPLACE -> put(write.row());
        case DELETE -> rows.remove(Keys.of(write.row()));
      }
    }
    if (health == Health.BREAKS_AFTER_THE_NEXT_TRANSACTION) {
      health = Health.BROKEN;
    }
    checkHealth();
  }

  /** The next transaction happens; neither it nor any other call is answered until mended. */
  public synchronized void breakAfterTheNextTransaction() {
    health = Health.BREAKS_AFTER_THE_NEXT_TRANSACTION;
  }

  /** No call is answered until mended. */
  public synchronized void breakNow() {
    health = Health.BROKEN;
  }

  public synchronized void mend() {
    health = Health.WELL;
  }

  private void checkHealth() {
    if (health == Health.BROKEN) {
      throw new StorageTroubleException("no answer", new IOException("connection reset"));
    }
  }

  private static void checkShape(List<RowWrite> writes) {
    Set<Keys> keys = new HashSet<>();
    Set<String> partitions = new HashSet<>();
    for (RowWrite write : writes) {
      keys.add(Keys.of(write.row()));
      partitions.add(write.row().partition());
    }
    if (writes.size() > MAX_WRITES || partitions.size() != 1 || keys.size() != writes.size()) {
      throw new IllegalArgumentException(
          "a transaction has 1 to 100 different rows of one partition");
    }
  }

  private void check(RowWrite write) {
    TableRow row = write.row();
    TableRow there = rows.get(Keys.of(row));
    switch (write.kind()) {
      case INSERT -> {
        RowLimits.check(row);
        if (there != null) {
          throw new RowExistsException(row.key());
        }
      }
      case REPLACE -> {
        RowLimits.check(row);
        if (there == null || !there.storedEtag().equals(row.storedEtag())) {
          throw new RowChangedException(row.key());
        }
      }
      case DELETE -> {
        if (there == null) {
          throw new RowChangedException(row.key());
        }
      }
    }
  }

  private String put(TableRow row) {
    String etag = "W/\"" + ++versions + "\"";
    rows.put(Keys.of(row), RowLimits.copy(row).at(etag));
    return etag;
  }

  @Override
  public synchronized RowPage query(RowQuery query, String token) {
    checkHealth();
    List<TableRow> page = new ArrayList<>();
    int scanned = 0;
    for (TableRow row : rows.tailMap(start(query, token)).values()) {
      boolean matches = query.conditions().stream().allMatch(wanted -> matches(row, wanted));
      if (scanned == rowsPerScan || (matches && page.size() == query.pageSize())) {
        return new RowPage(page, row.partition() + "\n" + row.key());
      }
      scanned++;
      if (matches) {
        page.add(RowLimits.copy(row));
      }
    }
    return new RowPage(page, null);
  }

  private static Keys start(RowQuery query, String token) {
    if (token == null) {
      String partition = bound(query, RowQuery.PARTITION);
      return new Keys(partition, partition.isEmpty() ? "" : bound(query, RowQuery.KEY));
    }
    int end = token.indexOf('\n');
    return new Keys(token.substring(0, end), token.substring(end + 1));
  }

  /** Nothing that sorts before it can match. */
  private static String bound(RowQuery query, String column) {
    return query.conditions().stream()
        .filter(it -> it.column().equals(column))
        .filter(it -> it.comparison().name().matches("EQ|GT|GE"))
        .map(Condition::value)
        .max(Comparator.naturalOrder())
        .orElse("");
  }

  private static boolean matches(TableRow row, Condition condition) {
    String value =
        switch (condition.column()) {
          case RowQuery.PARTITION -> row.partition();
          case RowQuery.KEY -> row.key();
          default -> row.text(condition.column());
        };
    if (value == null) {
      return false;
    }
    int order = value.compareTo(condition.value());
    return switch (condition.comparison()) {
      case EQ -> order == 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  /** Whether there is a row whose key does not begin so. */
  public synchronized boolean hasRowsWithout(String keyPrefix) {
    return rows.keySet().stream().anyMatch(keys -> !keys.key().startsWith(keyPrefix));
  }

  /** The smallest text that a column has in the rows whose key does not begin so; null if none. */
  public synchronized String smallest(String column, String keyPrefix) {
    return rows.values().stream()
        .filter(row -> !row.key().startsWith(keyPrefix))
        .map(row -> row.text(column))
        .filter(text -> text != null)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Everything in the table, for what a test wants to see with its own eyes. */
  public synchronized List<TableRow> all() {
    return rows.values().stream().map(RowLimits::copy).toList();
  }
}
