package io.quantumexecutor.storage;

import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.OwnerCounts;
import io.quantumexecutor.storage.RowQuery.Comparison;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The counts in a partition of their own of table {@code activejobs}, one row per owner. They have
 * no due time, and so nothing that looks for due rows finds them.
 */
final class TableOwnerCounts implements OwnerCounts {
  /** No identity key has a tilde. */
  private static final String PARTITION = "~owners";

  private static final String ACTIVE = "active";

  private final Rows rows;

  TableOwnerCounts(Rows rows) {
    this.rows = rows;
  }

  @Override
  public int active(Owner owner) {
    return rows.get(PARTITION, owner.key()).map(row -> row.number(ACTIVE)).orElse(0);
  }

  @Override
  public void recount() {
    Map<String, Integer> counted = new HashMap<>();
    each(
        RowQuery.everywhere(RowQuery.MAX_PAGE_SIZE).key(Comparison.LT, ActiveRows.SWEEP),
        row -> {
          if (!row.partition().equals(PARTITION) && !ActiveRows.hasEnded(row)) {
            counted.merge(row.requiredText("owner"), 1, Integer::sum);
          }
        });
    each(
        RowQuery.in(PARTITION, RowQuery.MAX_PAGE_SIZE),
        row -> {
          int now = counted.getOrDefault(row.key(), 0);
          counted.remove(row.key());
          if (now != row.number(ACTIVE)) {
            write(row.key(), now);
          }
        });
    counted.forEach(this::write);
  }

  /** Only the timer writes these rows, and what is lost in a race is counted anew in a minute. */
  private void write(String owner, int count) {
    rows.delete(PARTITION, owner);
    if (count > 0) {
      rows.insert(new Columns().number(ACTIVE, count).row(PARTITION, owner));
    }
  }

  private void each(RowQuery query, Consumer<TableRow> action) {
    @Nullable String token = null;
    do {
      RowPage page = rows.query(query, token);
      page.rows().forEach(action);
      token = page.next();
    } while (token != null);
  }
}
