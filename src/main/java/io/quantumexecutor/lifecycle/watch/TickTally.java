package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.CollectTries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what a tick does; troubles are kept up to a number that a log can bear. */
final class TickTally {
  private static final int MAX_TROUBLES = 100;

  private final List<String> troubles = new ArrayList<>();
  private int looked;
  private int ended;
  private @Nullable Instant uncollectedSince;

  /** A watched job was looked at. */
  void looked() {
    looked++;
  }

  /** A watched job reached its end. */
  void ended() {
    ended++;
  }

  /** A watched job was looked at whose result may have failed to be collected. */
  void uncollected(ActiveJob row) {
    CollectTries tries = row.collecting();
    if (tries != null && (uncollectedSince == null || tries.since().isBefore(uncollectedSince))) {
      uncollectedSince = tries.since();
    }
  }

  /** Since when the result of the one that waits longest could not be collected. */
  Optional<Instant> uncollectedSince() {
    return Optional.ofNullable(uncollectedSince);
  }

  /**
   * Something went wrong.
   *
   * @param what named by job or workspace, without secrets
   */
  void trouble(String what) {
    if (troubles.size() < MAX_TROUBLES) {
      troubles.add(what);
    }
  }

  int howManyLooked() {
    return looked;
  }

  int howManyEnded() {
    return ended;
  }

  List<String> troubles() {
    return List.copyOf(troubles);
  }
}
