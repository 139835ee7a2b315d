package io.quantumexecutor.local.emulator;

/** The two vocabularies of job status: V1 and V2 workspaces name two of the states differently. */
public enum StatusNames {
  V1("Waiting", "Succeeded"),
  V2("Queued", "Completed");

  private final String waiting;
  private final String succeeded;

  StatusNames(String waiting, String succeeded) {
    this.waiting = waiting;
    this.succeeded = succeeded;
  }

  String of(JobPhase phase) {
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
