package io.quantumexecutor.faults;

/** The end of a process: nothing in production code catches errors. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  private final boolean upgrade;

  Crash(String where) {
    this(where, false);
  }

  private Crash(String where, boolean upgrade) {
    super("crashed at " + where, null, false, false);
    this.upgrade = upgrade;
  }

  static Crash forUpgrade(String where) {
    return new Crash(where, true);
  }

  /** Whether another version takes over. */
  boolean isUpgrade() {
    return upgrade;
  }
}
