package io.quantumexecutor.storage;

import io.quantumexecutor.job.StorageTroubleException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes rows with a fresh write id each. When a write is reported as a conflict or as trouble and
 * the stored row has our write id, the write did happen and only its answer was lost.
 */
final class IdempotentWrites {
  private static final String WRITE_ID = "write_id";

  private final Rows rows;
  private final Supplier<String> writeIds;

  IdempotentWrites(Rows rows, Supplier<String> writeIds) {
    this.rows = rows;
    this.writeIds = writeIds;
  }

  TableRow withWriteId(TableRow row) {
    return row.with(WRITE_ID, writeIds.get());
  }

  static String writeIdOf(TableRow row) {
    return row.requiredText(WRITE_ID);
  }

  static boolean hasWriteId(TableRow row, String writeId) {
    return writeId.equals(row.text(WRITE_ID));
  }

  /** Adds a row; gives the row as stored, or empty if another is there. */
  Optional<TableRow> insert(TableRow row) {
    TableRow written = withWriteId(row);
    return settle(written, () -> written.at(rows.insert(written)));
  }

  /** Replaces a row; gives the row as stored, or empty if somebody else changed or removed it. */
  Optional<TableRow> replace(TableRow row) {
    TableRow written = withWriteId(row);
    return settle(written, () -> written.at(rows.replace(written)));
  }

  /** Whether a transaction that writes a row with its write id among others was done. */
  boolean commit(TableRow row, List<RowWrite> writes) {
    return settle(
            row,
            () -> {
              rows.commit(writes);
              return row;
            })
        .isPresent();
  }

  private Optional<TableRow> settle(TableRow row, Supplier<TableRow> write) {
    try {
      return Optional.of(write.get());
    } catch (RowExistsException | RowChangedException e) {
      return stored(row);
    } catch (StorageTroubleException e) {
      return Optional.of(stored(row).orElseThrow(() -> e));
    }
  }

  private Optional<TableRow> stored(TableRow row) {
    return rows.get(row.partition(), row.key()).filter(now -> hasWriteId(now, writeIdOf(row)));
  }
}
