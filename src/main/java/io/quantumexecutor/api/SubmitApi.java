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
  private final SubmitGate gate;

  /**
   * The submission API.
   *
   * @param fingerprints makes the keyed hashes of idempotency
   * @param policy limits and defaults
   * @param gate who may submit
   */
  public SubmitApi(
      CheckSubmission check,
      SubmitJob submit,
      Fingerprints fingerprints,
      ApiPolicy policy,
      SubmitGate gate) {
    this.check = check;
    this.submit = submit;
    this.reader = new SubmissionReader(policy.holdHours());
    this.fingerprints = fingerprints;
    this.policy = policy;
    this.gate = gate;
  }

  ApiResponse submit(Caller caller, ApiRequest request) {
    gate.pass(caller, true);
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
    return accept(caller.owner(), found.checked().orElseThrow(), key(request, read, body));
  }

  private Optional<IdempotencyKey> key(
      ApiRequest request, SubmissionReader.Read read, String body) {
    return request
        .header("idempotency-key")
        .or(read::idempotencyKey)
        .map(key -> fingerprints.key(key, body));
  }

  private ApiResponse accept(Owner owner, Checked checked, Optional<IdempotencyKey> key) {
    List<String> warnings = checked.warnings();
    if (check.isToBeRejected(checked.submission())) {
      return submit
          .replayOf(owner, key.orElse(null))
          .map(earlier -> answer(earlier, warnings))
          .orElseGet(() -> unavailable(checked.submission()));
    }
    return answer(
        submit.submit(owner, checked.submission(), policy.partition(), key.orElse(null)),
        warnings);
  }

  private static ApiResponse unavailable(Submission submission) {
    return refuse(
        ProblemType.TARGET_UNAVAILABLE,
        submission.target()
            + " is unavailable now. Send it later, or with \"when_unavailable\": \"hold\".");
  }

  /**
   * {@code POST /api/jobs/{id}/retry}: the submission of a finished job once more, with its labels
   * as they are now, as a new job that is checked as every submission is.
   */
  ApiResponse retry(
      Caller caller, Job earlier, Optional<Submission> kept, ApiRequest request) {
    gate.pass(caller, true);
    if (!earlier.isFinal()) {
      return refuse(ProblemType.NOT_ENDED, "Only a job that has ended can be run again.");
    }
    if (kept.isEmpty()) {
      return refuse(ProblemType.NOTHING_TO_RETRY, "The job was refused and has no program.");
    }
    // Another partition was reached with the caller's own credentials, erased when the job ended.
    if (!earlier.summary().partition().equals(policy.partition())) {
      return refuse(
          ProblemType.CREDENTIALS_REQUIRED, "The credentials of the job were erased; submit it anew.");
    }
    Checked checked = check.check(kept.get().labelled(earlier.summary()));
    if (!checked.requestProblems().isEmpty()) {
      throw InvalidRequestException.of(checked.requestProblems());
    }
    if (!checked.programProblems().isEmpty()) {
      throw InvalidRequestException.program(checked.programProblems());
    }
    if (checked.tooDear() != null) {
      throw InvalidRequestException.cost(checked.tooDear());
    }
    Optional<IdempotencyKey> key =
        request
            .header("idempotency-key")
            .map(text -> fingerprints.key(text, "retry\0" + earlier.key().id()));
    return answer(
        submit.retry(earlier.key(), checked.submission(), policy.partition(), key.orElse(null)),
        checked.warnings());
  }

  private static ApiResponse answer(SubmitJob.Outcome outcome, List<String> warnings) {
    if (outcome instanceof SubmitJob.Outcome.Accepted accepted) {
      return accepted(accepted.job(), accepted.replayed(), warnings);
    }
    if (outcome instanceof SubmitJob.Outcome.KeyReused) {
      return refuse(ProblemType.IDEMPOTENCY_KEY_REUSED, "This key was used with another body.");
    }
    if (outcome instanceof SubmitJob.Outcome.Deleted) {
      return refuse(ProblemType.GONE, "The job that this key made was deleted.");
    }
    return refuse(ProblemType.TRY_AGAIN, "Accepting took too long; nothing was kept. Send it again.");
  }

  private static ApiResponse refuse(ProblemType type, String detail) {
    throw new InvalidRequestException(
        ProblemDocument.of(type, detail));
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
