package io.quantumexecutor.storage;

import io.quantumexecutor.job.StorageTroubleException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes rows with a fresh mark. When a write is reported as a conflict or as trouble and the
 * stored row has our mark, the write did happen and only its answer was lost.
 */
final class MarkedRows {
  private static final String MARK = "write_id";

  private final Rows rows;
  private final Supplier<String> writeIds;

  MarkedRows(Rows rows, Supplier<String> writeIds) {
    this.rows = rows;
    this.writeIds = writeIds;
  }

  Row mark(Row row) {
    return row.with(MARK, writeIds.get());
  }

  static String markOf(Row row) {
    return row.requiredText(MARK);
  }

  static boolean isMarked(Row row, String mark) {
    return mark.equals(row.text(MARK));
  }

  /** Adds a row; gives the row as stored, or empty if another is there. */
  Optional<Row> insert(Row row) {
    Row marked = mark(row);
    return settle(marked, () -> marked.at(rows.insert(marked)));
  }

  /** Replaces a row; gives the row as stored, or empty if somebody else changed or removed it. */
  Optional<Row> replace(Row row) {
    Row marked = mark(row);
    return settle(marked, () -> marked.at(rows.replace(marked)));
  }

  /** Whether a transaction that writes a marked row among others was done. */
  boolean commit(Row marked, List<RowWrite> writes) {
    return settle(
            marked,
            () -> {
              rows.commit(writes);
              return marked;
            })
        .isPresent();
  }

  private Optional<Row> settle(Row marked, Supplier<Row> write) {
    try {
      return Optional.of(write.get());
    } catch (RowExistsException | RowChangedException e) {
      return stored(marked);
    } catch (StorageTroubleException e) {
      return Optional.of(stored(marked).orElseThrow(() -> e));
    }
  }

  private Optional<Row> stored(Row marked) {
    return rows.get(marked.partition(), marked.key()).filter(now -> isMarked(now, markOf(marked)));
  }
}
