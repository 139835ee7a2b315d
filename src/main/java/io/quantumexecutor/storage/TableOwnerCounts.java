package io.quantumexecutor.storage;

import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.OwnerCounts;
import io.quantumexecutor.storage.RowQuery.Comparison;
import java.time.Instant;
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
  private static final String AT = "counted_at";

  private final Rows rows;

  TableOwnerCounts(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Count active(Owner owner) {
    return rows.get(PARTITION, owner.key())
        .map(row -> new Count(row.number(ACTIVE), Columns.requiredTime(row, AT)))
        .orElse(new Count(0, Instant.EPOCH));
  }

  @Override
  public void recount(Instant now) {
    Map<String, Integer> counted = new HashMap<>();
    each(
        RowQuery.everywhere(RowQuery.MAX_PAGE_SIZE).key(Comparison.LT, ActiveRows.SWEEP),
        row -> {
          String owner = row.text("owner");
          if (owner != null && !row.partition().equals(PARTITION) && !ActiveRows.hasEnded(row)) {
            counted.merge(owner, 1, Integer::sum);
          }
        });
    each(
        RowQuery.in(PARTITION, RowQuery.MAX_PAGE_SIZE),
        row -> {
          int jobs = counted.getOrDefault(row.key(), 0);
          counted.remove(row.key());
          if (jobs != row.number(ACTIVE)) {
            write(row.key(), jobs, now);
          }
        });
    counted.forEach((owner, jobs) -> write(owner, jobs, now));
  }

  /** Only the timer writes these rows, and what is lost in a race is counted anew in a minute. */
  private void write(String owner, int count, Instant now) {
    rows.delete(PARTITION, owner);
    if (count > 0) {
      rows.insert(new Columns().number(ACTIVE, count).time(AT, now).row(PARTITION, owner));
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
