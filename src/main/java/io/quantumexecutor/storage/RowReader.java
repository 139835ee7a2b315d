package io.quantumexecutor.storage;

import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.StorageTroubleException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes objects of rows. Another version, or somebody by hand, may have written a kind of row or a
 * word that this one does not know: where many rows are read it is left out and reported, once, so
 * that it stops nobody else; asked for alone it is trouble that passes with the upgrade.
 */
final class RowReader {
  private static final int REMEMBERED = 1_000;

  private final String table;
  private final JobLog log;
  private final Set<String> reported = Collections.synchronizedSet(new LinkedHashSet<>());

  RowReader(String table, JobLog log) {
    this.table = table;
    this.log = log;
  }

  /** One of many rows; empty if it cannot be read. */
  <T> Optional<T> oneOfMany(TableRow row, Function<TableRow, T> decode) {
    try {
      return Optional.of(decode.apply(row));
    } catch (RuntimeException e) {
      report(row, e);
      return Optional.empty();
    }
  }

  /**
   * A row that was asked for.
   *
   * @throws StorageTroubleException if it cannot be read
   */
  <T> T only(TableRow row, Function<TableRow, T> decode) {
    try {
      return decode.apply(row);
    } catch (RuntimeException e) {
      throw new StorageTroubleException(
          "row " + row.key() + " of table " + table + " cannot be read: " + why(e), e);
    }
  }

  private void report(TableRow row, RuntimeException trouble) {
    if (reported.size() >= REMEMBERED) {
      reported.clear();
    }
    if (reported.add(row.partition() + "/" + row.key())) {
      log.skippedRow(table, row.partition(), row.key(), why(trouble));
    }
  }

  /** Only our own words: what others say may quote what is stored. */
  private static String why(RuntimeException trouble) {
    return trouble instanceof UnknownWordException unknown
        ? unknown.getMessage()
        : trouble.getClass().getSimpleName();
  }
}
