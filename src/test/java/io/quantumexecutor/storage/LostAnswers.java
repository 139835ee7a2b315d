package io.quantumexecutor.storage;

import io.quantumexecutor.job.StorageTroubleException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A table whose next write happens although its answer does not arrive. */
final class LostAnswers implements Rows {
  /** What the caller sees instead of the answer. */
  enum Seen {
    NOTHING,
    /** The SDK tried again and met the row of its first try. */
    CONFLICT
  }

  private final Rows rows;
  private final Seen seen;
  private int left = 1;

  LostAnswers(Rows rows, Seen seen) {
    this.rows = rows;
    this.seen = seen;
  }

  /** Whether an answer was lost. */
  boolean fired() {
    return left == 0;
  }

  private <T> T lose(T answer, RuntimeException conflict) {
    if (left == 0) {
      return answer;
    }
    left--;
    throw seen == Seen.CONFLICT
        ? conflict
        : new StorageTroubleException("no answer", new IOException("connection reset"));
  }

  @Override
  public Optional<TableRow> get(String partition, String key) {
    return rows.get(partition, key);
  }

  @Override
  public String insert(TableRow row) {
    return lose(rows.insert(row), new RowExistsException(row.key()));
  }

  @Override
  public String replace(TableRow row) {
    return lose(rows.replace(row), new RowChangedException(row.key()));
  }

  @Override
  public void delete(String partition, String key) {
    rows.delete(partition, key);
  }

  @Override
  public void commit(List<RowWrite> writes) {
    rows.commit(writes);
    RowWrite first = writes.get(0);
    lose(
        first,
        first.kind() == RowWrite.Kind.INSERT
            ? new RowExistsException(first.row().key())
            : new RowChangedException(first.row().key()));
  }

  @Override
  public RowPage query(RowQuery query, String token) {
    return rows.query(query, token);
  }
}
