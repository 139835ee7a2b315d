package io.quantumexecutor.faults;

/** The end of a process: nothing in production code catches errors. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String where) {
    super("crashed at " + where, null, false, false);
  }
}
