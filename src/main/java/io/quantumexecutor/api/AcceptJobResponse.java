package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.JobViews;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import java.util.List;
import java.util.Optional;

/** What became of a submission, as an HTTP response. */
final class AcceptJobResponse {
  private AcceptJobResponse() {}

  /**
   * 202 with the job.
   *
   * @param callbackSecret what its receiver verifies calls with, for those who have one
   * @throws InvalidRequestException if there is none
   */
  static ApiResponse of(
      AcceptOutcome outcome, List<String> warnings, Optional<String> callbackSecret) {
    if (outcome instanceof AcceptOutcome.JobAccepted accepted) {
      return accepted(accepted.job(), accepted.replayed(), warnings, callbackSecret);
    }
    if (outcome instanceof AcceptOutcome.KeyReused) {
      throw refused(ProblemType.IDEMPOTENCY_KEY_REUSED, "This key was used with another body.");
    }
    if (outcome instanceof AcceptOutcome.Deleted) {
      throw refused(ProblemType.GONE, "The job that this key made was deleted.");
    }
    if (outcome instanceof AcceptOutcome.TooSlow) {
      throw refused(
          ProblemType.TRY_AGAIN, "Accepting took too long; nothing was kept. Send it again.");
    }
    throw new IllegalStateException("unknown outcome " + outcome.getClass());
  }

  static InvalidRequestException unavailable(String target) {
    return refused(
        ProblemType.TARGET_UNAVAILABLE,
        target + " is unavailable now. Send it later, or with \"when_unavailable\": \"hold\".");
  }

  static InvalidRequestException refused(ProblemType type, String detail) {
    return new InvalidRequestException(ProblemDocument.of(type, detail));
  }

  private static ApiResponse accepted(
      Job job, boolean replayed, List<String> warnings, Optional<String> callbackSecret) {
    ObjectNode view = JobViews.full(job, null);
    ArrayNode list = view.putArray("warnings");
    warnings.forEach(list::add);
    callbackSecret.ifPresent(secret -> view.put("callback_secret", secret));
    ApiResponse response =
        ApiResponse.json(202, view)
            .with("Location", "/api/jobs/" + job.key().id())
            .with("Retry-After", "2");
    return replayed ? response.with("Idempotent-Replayed", "true") : response;
  }
}
