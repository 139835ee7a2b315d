package io.quantumexecutor.storage;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Sweep;
import io.quantumexecutor.storage.RowQuery.Comparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Unfinished jobs in table {@code activejobs}, partitioned by identity key. */
final class TableActiveJobs implements ActiveJobs {
  private static final int RACES = 5;

  private final Rows rows;
  private final IdempotentWrites idempotent;

  /**
   * @param writeIds gives another text each time, unlike those of all other instances
   */
  TableActiveJobs(Rows rows, Supplier<String> writeIds) {
    this.rows = rows;
    this.idempotent = new IdempotentWrites(rows, writeIds);
  }

  @Override
  public void add(ActiveJob row) {
    idempotent.insert(ActiveRows.encode(row));
  }

  @Override
  public Optional<ActiveJob> find(IdentityKey partition, JobId id) {
    return rows.get(partition.value(), id.toString()).map(ActiveRows::decode);
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
    return read(jobs, limit).rows().stream().map(ActiveRows::decode).toList();
  }

  @Override
  public List<Sweep> dueSweeps(Instant now, int limit) {
    RowQuery sweeps = overdue(now, limit).key(Comparison.EQ, ActiveRows.SWEEP);
    return read(sweeps, limit).rows().stream().map(ActiveRows::decodeSweep).toList();
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
    RowPage page = read(query, limit);
    return new Page(
        page.rows().stream().map(ActiveRows::decode).toList(), Optional.ofNullable(page.next()));
  }

  private static String position(String cursor) {
    return JobId.parse(cursor).orElseThrow(BadCursorException::new).toString();
  }

  /** Up to so many rows; what follows is given as the key of the last one. */
  private RowPage read(RowQuery query, int limit) {
    List<TableRow> found = new ArrayList<>();
    String token = null;
    do {
      RowPage page = rows.query(query, token);
      found.addAll(page.rows());
      token = page.next();
    } while (token != null && found.size() < limit);
    boolean more = token != null || found.size() > limit;
    List<TableRow> kept = found.subList(0, Math.min(limit, found.size()));
    return new RowPage(kept, more ? kept.get(kept.size() - 1).key() : null);
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
