package io.quantumexecutor.storage;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Sweep;
import io.quantumexecutor.storage.RowQuery.Comparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Unfinished jobs in table {@code activejobs}, partitioned by identity key. */
final class TableActiveJobs implements ActiveJobs {
  private static final int RACES = 5;

  private final Rows rows;
  private final IdempotentWrites idempotent;
  private final RowReader reader;

  /**
   * @param writeIds gives another text each time, unlike those of all other instances
   */
  TableActiveJobs(Rows rows, Supplier<String> writeIds, JobLog log) {
    this.rows = rows;
    this.idempotent = new IdempotentWrites(rows, writeIds);
    this.reader = new RowReader(StorageClients.ACTIVE_JOBS, log);
  }

  @Override
  public void add(ActiveJob row) {
    idempotent.insert(ActiveRows.encode(row));
  }

  @Override
  public Optional<ActiveJob> find(IdentityKey partition, JobId id) {
    return rows.get(partition.value(), id.toString())
        .map(row -> reader.only(row, ActiveRows::decode));
  }

  @Override
  public ActiveJob update(ActiveJob row) {
    String version = row.version();
    if (version == null) {
      throw new IllegalArgumentException("active row " + row.key().id() + " was never stored");
    }
    return idempotent
        .replace(ActiveRows.encode(row).at(version))
        .map(ActiveRows::decode)
        .orElseThrow(() -> new StaleException("active row " + row.key().id()));
  }

  @Override
  public void remove(IdentityKey partition, JobId id) {
    rows.delete(partition.value(), id.toString());
  }

  @Override
  public List<ActiveJob> due(Instant now, int limit) {
    RowQuery jobs = overdue(now, limit).key(Comparison.LT, ActiveRows.SWEEP);
    return read(jobs, limit, ActiveRows::decode).known();
  }

  @Override
  public List<Sweep> dueSweeps(Instant now, int limit) {
    RowQuery sweeps = overdue(now, limit).key(Comparison.EQ, ActiveRows.SWEEP);
    return read(sweeps, limit, ActiveRows::decodeSweep).known();
  }

  @Override
  public List<ActiveJob> uncollected(Instant now, int limit) {
    RowQuery jobs =
        RowQuery.everywhere(Math.min(limit, RowQuery.MAX_PAGE_SIZE))
            .where(ActiveRows.COLLECT_SINCE, Comparison.LE, Columns.format(now))
            .key(Comparison.LT, ActiveRows.SWEEP);
    return read(jobs, limit, ActiveRows::decode).known();
  }

  private static RowQuery overdue(Instant now, int limit) {
    return RowQuery.everywhere(Math.min(limit, RowQuery.MAX_PAGE_SIZE))
        .where(ActiveRows.DUE, Comparison.LE, Columns.format(now));
  }

  @Override
  public Page watched(IdentityKey partition, Optional<String> cursor, int limit) {
    RowQuery query =
        RowQuery.in(partition.value(), Math.min(limit, RowQuery.MAX_PAGE_SIZE))
            .key(Comparison.GT, cursor.map(TableActiveJobs::position).orElse(""))
            .key(Comparison.LT, ActiveRows.SWEEP)
            .where(ActiveRows.WORK, Comparison.EQ, ActiveJob.Work.WATCH.name());
    Known<ActiveJob> found = read(query, limit, ActiveRows::decode);
    return new Page(found.known(), Optional.ofNullable(found.next()));
  }

  private static String position(String cursor) {
    return JobId.parse(cursor).orElseThrow(BadCursorException::new).toString();
  }

  /**
   * Up to so many rows that can be read, however many cannot.
   *
   * @param next the key of the last row that was looked at, null if none follows
   */
  private record Known<T>(List<T> known, @Nullable String next) {}

  private <T> Known<T> read(RowQuery query, int limit, Function<TableRow, T> decode) {
    List<T> known = new ArrayList<>();
    String token = null;
    String last = null;
    do {
      RowPage page = rows.query(query, token);
      for (TableRow row : page.rows()) {
        if (known.size() == limit) {
          return new Known<>(known, last);
        }
        last = row.key();
        reader.oneOfMany(row, decode).ifPresent(known::add);
      }
      token = page.next();
    } while (token != null && known.size() < limit);
    return new Known<>(known, token == null ? null : last);
  }

  @Override
  public void bringForward(IdentityKey partition, Instant due) {
    for (int race = 0; race < RACES; race++) {
      if (broughtForward(partition, due)) {
        return;
      }
    }
    throw new StorageTroubleException(
        "sweep moved while bringing it forward", new RowChangedException(ActiveRows.SWEEP));
  }

  private boolean broughtForward(IdentityKey partition, Instant due) {
    Optional<Sweep> there = sweepOf(partition);
    if (there.isEmpty()) {
      return idempotent.insert(ActiveRows.sweep(partition, due, null)).isPresent();
    }
    Sweep sweep = there.get();
    return !sweep.due().isAfter(due) || move(sweep, due, sweep.cursor()).isPresent();
  }

  @Override
  public Optional<Sweep> move(Sweep sweep, Instant due, @Nullable String cursor) {
    TableRow wanted = ActiveRows.sweep(sweep.partition(), due, cursor).at(sweep.version());
    return idempotent.replace(wanted).map(ActiveRows::decodeSweep);
  }

  @Override
  public Optional<Sweep> sweepOf(IdentityKey partition) {
    return rows.get(partition.value(), ActiveRows.SWEEP).map(ActiveRows::decodeSweep);
  }
}
