package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.Sweep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a partition that still wait for their look, oldest first: a bounded number of them,
 * filled up again as looks are done. The workspace's list is in about the same order, so that each
 * of our jobs in it meets its row here, and nothing of the list need be kept.
 */
final class WatchedRows {
  private static final int PAGE = 500;
  private static final int MAX_WAITING = 10_000;

  private final ActiveJobs active;
  private final Sweep sweep;
  private final Map<JobId, ActiveJob> waiting = new LinkedHashMap<>();
  private Optional<String> next;
  private boolean allRead;
  private int count;
  private @Nullable JobId furthest;
  private @Nullable String cursor;

  /**
   * Rows that have not been read.
   *
   * @param sweep its partition, and where the look before this one stopped
   */
  WatchedRows(ActiveJobs active, Sweep sweep) {
    this.active = active;
    this.sweep = sweep;
    this.cursor = sweep.cursor();
    this.next = Optional.ofNullable(cursor);
  }

  /** Reads rows while there is room; false if none waits any more. */
  boolean fill() {
    while (!allRead && waiting.size() <= MAX_WAITING - PAGE) {
      ActiveJobs.Page page = active.watched(sweep.partition(), next, PAGE);
      page.rows().forEach(row -> waiting.put(row.key().id(), row));
      count += page.rows().size();
      next = page.cursor();
      allRead = next.isEmpty();
    }
    return !waiting.isEmpty();
  }

  /** The first row that waits; there must be one. */
  ActiveJob oldest() {
    return waiting.values().iterator().next();
  }

  /** The row of a job, if it waits. */
  Optional<ActiveJob> find(JobId id) {
    return Optional.ofNullable(waiting.get(id));
  }

  /** A row was looked at: it waits no more. */
  void done(ActiveJob row) {
    JobId id = row.key().id();
    boolean first = id.equals(oldest().key().id());
    waiting.remove(id);
    furthest = furthest == null || furthest.compareTo(id) < 0 ? id : furthest;
    if (first) {
      // Whatever was done out of turn may be done again, but nothing that waits is passed over.
      cursor = (isAnyPassedOver() ? id : furthest).toString();
    }
  }

  /** Whether a younger job was looked at before the oldest one that waits. */
  boolean isAnyPassedOver() {
    return furthest != null && !waiting.isEmpty() && oldest().key().id().compareTo(furthest) < 0;
  }

  /** Whether the next look would go on further than this one began. */
  boolean haveMovedOn() {
    return !Objects.equals(cursor, sweep.cursor());
  }

  /** How many wait and are in memory. */
  int waiting() {
    return waiting.size();
  }

  /** How many were read so far. */
  int count() {
    return count;
  }

  /** Whether an earlier look ran out of time and this one goes on. */
  boolean isContinued() {
    return sweep.cursor() != null;
  }

  /** Whether these are all rows of the partition, and all were looked at. */
  boolean isWhole() {
    return !isContinued() && cursor().isEmpty();
  }

  /** Where the next look goes on; empty if all were looked at. */
  Optional<String> cursor() {
    return allRead && waiting.isEmpty() ? Optional.empty() : Optional.ofNullable(cursor);
  }
}
