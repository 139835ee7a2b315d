package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.CheckSubmission;
import io.quantumexecutor.job.CheckSubmission.Checked;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmitJob;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/jobs}. */
public final class SubmitApi {
  private final CheckSubmission check;
  private final SubmitJob submit;
  private final SubmissionReader reader;
  private final Fingerprints fingerprints;
  private final ApiPolicy policy;

  /**
   * The submission API.
   *
   * @param fingerprints makes the keyed hashes of idempotency
   * @param policy limits and defaults
   */
  public SubmitApi(
      CheckSubmission check, SubmitJob submit, Fingerprints fingerprints, ApiPolicy policy) {
    this.check = check;
    this.submit = submit;
    this.reader = new SubmissionReader(policy.holdHours());
    this.fingerprints = fingerprints;
    this.policy = policy;
  }

  ApiResponse submit(Owner owner, ApiRequest request) {
    String body = RequestBody.of(request, policy.maxBodyBytes());
    SubmissionReader.Read read = reader.read(body);
    Examination found = Examination.of(read, check, check::check);
    if (!found.ofRequest().isEmpty()) {
      throw InvalidRequestException.of(found.all());
    }
    if (!found.ofProgram().isEmpty()) {
      throw InvalidRequestException.program(found.ofProgram());
    }
    if (found.tooDear().isPresent()) {
      throw InvalidRequestException.cost(found.tooDear().get());
    }
    return accept(owner, found.checked().orElseThrow(), key(request, read, body));
  }

  private Optional<IdempotencyKey> key(
      ApiRequest request, SubmissionReader.Read read, String body) {
    return request
        .header("idempotency-key")
        .or(read::idempotencyKey)
        .map(key -> fingerprints.key(key, body));
  }

  private ApiResponse accept(Owner owner, Checked checked, Optional<IdempotencyKey> key) {
    if (check.isToBeRejected(checked.submission())) {
      return submit
          .replayOf(owner, key.orElse(null))
          .map(earlier -> answer(earlier, checked))
          .orElseGet(() -> unavailable(checked.submission()));
    }
    return answer(
        submit.submit(owner, checked.submission(), policy.partition(), key.orElse(null)), checked);
  }

  private static ApiResponse unavailable(Submission submission) {
    return refuse(
        409,
        "target-unavailable",
        submission.target()
            + " is unavailable now. Send it later, or with \"when_unavailable\": \"hold\".");
  }

  private static ApiResponse answer(SubmitJob.Outcome outcome, Checked checked) {
    if (outcome instanceof SubmitJob.Outcome.Accepted accepted) {
      return accepted(accepted.job(), accepted.replayed(), checked.warnings());
    }
    if (outcome instanceof SubmitJob.Outcome.KeyReused) {
      return refuse(422, "idempotency-key-reused", "This key was used with another body.");
    }
    if (outcome instanceof SubmitJob.Outcome.Deleted) {
      return refuse(410, "gone", "The job that this key made was deleted.");
    }
    return refuse(503, "try-again", "Accepting took too long; nothing was kept. Send it again.");
  }

  private static ApiResponse refuse(int status, String type, String detail) {
    throw new InvalidRequestException(
        ProblemDocument.of(status, type, "The job was not accepted", detail));
  }

  private static ApiResponse accepted(Job job, boolean replayed, List<String> warnings) {
    ObjectNode view = JobViews.full(job, null);
    ArrayNode list = view.putArray("warnings");
    warnings.forEach(list::add);
    ApiResponse response =
        ApiResponse.json(202, view)
            .with("Location", "/api/jobs/" + job.key().id())
            .with("Retry-After", "2");
    return replayed ? response.with("Idempotent-Replayed", "true") : response;
  }
}
