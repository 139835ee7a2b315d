package io.quantumexecutor.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the rows of all unfinished jobs. All methods may throw {@link StorageTroubleException}. */
public interface ActiveJobs {
  /** Adds a row; one that is there already stays as it is. */
  void add(ActiveJob row);

  Optional<ActiveJob> find(IdentityKey partition, JobId id);

  /**
   * Stores a changed row.
   *
   * @return the row with its new version
   * @throws StaleException if it was changed or removed since it was read
   */
  ActiveJob update(ActiveJob row);

  /** Removes a row, whatever its version; one that is gone already is fine. */
  void remove(IdentityKey partition, JobId id);

  /** Rows of any partition that are due, at most {@code limit}, in no order. */
  List<ActiveJob> due(Instant now, int limit);

  /**
   * Rows of jobs whose result could not be collected since {@code now} or earlier, at most {@code
   * limit}, in no order.
   */
  List<ActiveJob> uncollected(Instant now, int limit);

  /** Sweeps that are due, at most {@code limit}. */
  List<Sweep> dueSweeps(Instant now, int limit);

  /** The rows of a partition whose work is to watch, a page at a time. */
  Page watched(IdentityKey partition, Optional<String> cursor, int limit);

  /** Makes the partition's sweep if there is none, and brings it forward to {@code due}. */
  void bringForward(IdentityKey partition, Instant due);

  /**
   * Moves a sweep; doing so is also how one instance claims it.
   *
   * @param cursor where the next look begins, null for the first job
   * @return the sweep with its new version, or empty if somebody else moved it first
   */
  Optional<Sweep> move(Sweep sweep, Instant due, @Nullable String cursor);

  /** The partition's sweep as it is now. */
  Optional<Sweep> sweepOf(IdentityKey partition);

  /** Some rows and where to go on; no cursor means that there are no more. */
  record Page(List<ActiveJob> rows, Optional<String> cursor) {
    public Page {
      rows = List.copyOf(rows);
    }
  }
}
