package io.quantumexecutor.local.emulator;

/** The two kinds of workspace; they name two states of a job differently. */
public enum WorkspaceKind {
  V1("Waiting", "Succeeded"),
  V2("Queued", "Completed");

  private final String waiting;
  private final String succeeded;

  WorkspaceKind(String waiting, String succeeded) {
    this.waiting = waiting;
    this.succeeded = succeeded;
  }

  String status(JobPhase phase) {
    return switch (phase) {
      case WAITING -> waiting;
      case EXECUTING -> "Executing";
      case FINISHING -> "Finishing";
      case CANCELLING -> "CancellationRequested";
      case SUCCEEDED -> succeeded;
      case FAILED -> "Failed";
      case CANCELLED -> "Cancelled";
    };
  }
}
