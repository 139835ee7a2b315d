package io.quantumexecutor.storage;

import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.ExpiringRows;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.storage.RowQuery.Comparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What expires, in table {@code expiring}, partitioned by day. */
final class TableExpiringRows implements ExpiringRows {
  private static final String KIND = "kind";
  private static final String KEY_HASH = "key_hash";

  private final Rows rows;
  private final RowReader reader;

  TableExpiringRows(Rows rows, JobLog log) {
    this.rows = rows;
    this.reader = new RowReader(StorageClients.EXPIRING, log);
  }

  @Override
  public void add(Expiring expiring) {
    TableRow row =
        new Columns()
            .text("owner", expiring.job().owner().key())
            .text("job_id", expiring.job().id().toString())
            .text(KIND, expiring.kind().name())
            .text(KEY_HASH, expiring.keyHash())
            .row(expiring.day().toString(), key(expiring));
    try {
      rows.insert(row);
    } catch (RowExistsException e) {
      // The same note: a row's keys say everything that is in it.
    }
  }

  private static String key(Expiring expiring) {
    return expiring.kind() + "-" + expiring.job().id();
  }

  @Override
  public List<Expiring> due(LocalDate today, int limit) {
    RowQuery query =
        RowQuery.everywhere(Math.min(limit, RowQuery.MAX_PAGE_SIZE))
            .where(RowQuery.PARTITION, Comparison.LE, today.toString());
    List<Expiring> due = new ArrayList<>();
    String token = null;
    do {
      RowPage page = rows.query(query, token);
      page.rows().stream()
          .flatMap(row -> reader.oneOfMany(row, TableExpiringRows::decode).stream())
          .limit(limit - due.size())
          .forEach(due::add);
      token = page.next();
    } while (token != null && due.size() < limit);
    return due;
  }

  private static Expiring decode(TableRow row) {
    JobId id = new JobId(UUID.fromString(row.requiredText("job_id")));
    return new Expiring(
        LocalDate.parse(row.partition()),
        row.word(KIND, Expiring.Kind.class),
        new JobKey(new Owner(row.requiredText("owner")), id),
        row.text(KEY_HASH));
  }

  @Override
  public void remove(Expiring expiring) {
    rows.delete(expiring.day().toString(), key(expiring));
  }
}
