package io.quantumexecutor.local.emulator;

/** Where a job is in its life; {@link WorkspaceKind} gives the word on the wire. */
enum JobPhase {
  WAITING,
  EXECUTING,
  FINISHING,
  CANCELLING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  boolean isFinal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
