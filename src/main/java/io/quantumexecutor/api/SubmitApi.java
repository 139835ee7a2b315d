package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.AccessDeniedException;
import io.quantumexecutor.job.CheckSubmission;
import io.quantumexecutor.job.CheckSubmission.Checked;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.SubmitJob;
import io.quantumexecutor.job.WorkspaceAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/jobs}. */
public final class SubmitApi {
  private final CheckSubmission check;
  private final SubmitJob submit;
  private final WorkspaceAccess access;
  private final SubmissionReader reader;
  private final Fingerprints fingerprints;
  private final RequestBody bodies;

  /**
   * The submission API.
   *
   * @param access proves that the job may run where it is to run
   * @param fingerprints makes the keyed hashes of idempotency
   * @param policy limits and defaults
   */
  public SubmitApi(
      CheckSubmission check,
      SubmitJob submit,
      WorkspaceAccess access,
      Fingerprints fingerprints,
      ApiPolicy policy) {
    this.check = check;
    this.submit = submit;
    this.access = access;
    this.reader = new SubmissionReader(policy.holdHours());
    this.fingerprints = fingerprints;
    this.bodies = new RequestBody(policy.maxBodyBytes());
  }

  ApiResponse submit(Owner owner, ApiRequest request) {
    String body = bodies.of(request);
    SubmissionReader.Read read = reader.read(body);
    Examination found = Examination.of(read, check, check::check);
    if (!found.ofRequest().isEmpty()) {
      throw InvalidRequestException.of(found.all());
    }
    if (!found.ofProgram().isEmpty()) {
      throw InvalidRequestException.program(found.ofProgram());
    }
    Checked checked = found.checked().orElseThrow();
    return accept(owner, checked, prove(read, checked), key(request, read, body));
  }

  private Optional<IdempotencyKey> key(
      ApiRequest request, SubmissionReader.Read read, String body) {
    return request
        .header("idempotency-key")
        .or(read::idempotencyKey)
        .map(key -> fingerprints.key(key, body));
  }

  private WorkspaceAccess.Proof prove(SubmissionReader.Read read, Checked checked) {
    try {
      return access.prove(read.backend().access().orElseThrow(), checked.submission().target());
    } catch (AccessDeniedException e) {
      throw AccessProblems.of(e.step(), read.backend().places());
    }
  }

  private ApiResponse accept(
      Owner owner, Checked checked, WorkspaceAccess.Proof proof, Optional<IdempotencyKey> key) {
    SubmitJob.Outcome outcome =
        submit.submit(owner, checked.submission(), proof.grant(), key.orElse(null));
    if (outcome instanceof SubmitJob.Outcome.Accepted accepted) {
      List<String> warnings = new ArrayList<>(proof.warnings());
      warnings.addAll(checked.warnings());
      return accepted(accepted.job(), accepted.replayed(), warnings);
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
