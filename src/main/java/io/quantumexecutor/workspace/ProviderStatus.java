package io.quantumexecutor.workspace;

import io.quantumexecutor.job.JobStatus;
import java.util.Map;
import java.util.Optional;

/**
 * What Azure Quantum's status words mean. V1 and V2 workspaces use different words for the same
 * thing (Waiting and Queued, Succeeded and Completed).
 */
public final class ProviderStatus {
  private static final Map<String, JobStatus> MEANINGS =
      Map.of(
          "Queued", JobStatus.QUEUED,
          "Waiting", JobStatus.QUEUED,
          "Executing", JobStatus.RUNNING,
          "Finishing", JobStatus.RUNNING,
          "CancellationRequested", JobStatus.CANCELLING,
          "Cancelling", JobStatus.CANCELLING,
          "Completed", JobStatus.COMPLETED,
          "Succeeded", JobStatus.COMPLETED,
          "Failed", JobStatus.FAILED,
          "Cancelled", JobStatus.CANCELLED);

  private ProviderStatus() {}

  /** The meaning of a word; empty for one we do not know, which is then never taken as final. */
  public static Optional<JobStatus> meaning(String word) {
    return Optional.ofNullable(MEANINGS.get(word));
  }

  /** Whether a job with that word is over. */
  public static boolean isFinal(String word) {
    return meaning(word).map(JobStatus::isFinal).orElse(false);
  }
}
