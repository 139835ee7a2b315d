package io.quantumexecutor.lifecycle.watch;

import java.util.ArrayList;
import java.util.List;

/** Counts what a tick does; troubles are kept up to a number that a log can bear. */
final class TickTally {
  private static final int MAX_TROUBLES = 100;

  private final List<String> troubles = new ArrayList<>();
  private int looked;
  private int ended;

  /** A watched job was looked at. */
  void looked() {
    looked++;
  }

  /** A watched job reached its end. */
  void ended() {
    ended++;
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
