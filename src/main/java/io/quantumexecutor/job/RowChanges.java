package io.quantumexecutor.job;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes active rows that other handlers may be changing at the same time. */
public final class RowChanges {
  private static final int TRIES = 5;

  private final ActiveJobs active;

  public RowChanges(ActiveJobs active) {
    this.active = active;
  }

  /**
   * Applies a change to a row, to its newest state if it was changed meanwhile.
   *
   * @return the stored row, or the row as given if it is gone: then the job has ended
   * @throws StaleException if others kept changing it
   */
  public ActiveJob change(ActiveJob row, UnaryOperator<ActiveJob> change) {
    ActiveJob latest = row;
    for (int i = 0; ; i++) {
      try {
        return active.update(change.apply(latest));
      } catch (StaleException e) {
        Optional<ActiveJob> found = active.find(row.partition(), row.key().id());
        if (found.isEmpty()) {
          return row;
        }
        if (i == TRIES) {
          throw e;
        }
        latest = found.get();
      }
    }
  }
}
