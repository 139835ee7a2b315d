package io.quantumexecutor.storage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The single calls to one table. Every one may throw {@code StorageTroubleException}; then a write
 * may have happened or not. After a repeated try of the SDK a write of our own may be reported as a
 * conflict.
 */
public interface Rows {
  Optional<TableRow> get(String partition, String key);

  /**
   * Adds a row.
   *
   * @return its etag
   * @throws RowExistsException if there is one with these keys
   */
  String insert(TableRow row);

  /**
   * Replaces a whole row.
   *
   * @param row with the etag it had when it was read
   * @return its new etag
   * @throws RowChangedException if it is not that version any more
   */
  String replace(TableRow row);

  /** Removes a row, whatever its version; one that is not there is fine. */
  void delete(String partition, String key);

  /**
   * All of the writes or none.
   *
   * @param writes 1 to 100 different rows of one partition
   * @throws RowExistsException naming the inserted row that exists
   * @throws RowChangedException naming the row that is gone or not that version any more
   */
  void commit(List<RowWrite> writes);

  /**
   * Reads a page.
   *
   * @param token from the page before, null for the first page
   */
  RowPage query(RowQuery query, @Nullable String token);
}
