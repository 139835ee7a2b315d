package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.CheckSubmission;
import io.quantumexecutor.job.CheckSubmission.Checked;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.SubmitJob;
import java.nio.charset.StandardCharsets;
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
    String body = body(request);
    SubmissionReader.Read read = reader.read(body);
    Examination found = Examination.of(read, check, check::check);
    if (!found.ofRequest().isEmpty()) {
      throw InvalidRequestException.of(found.all());
    }
    if (!found.ofProgram().isEmpty()) {
      throw InvalidRequestException.program(found.ofProgram());
    }
    return accept(caller.owner(), found.checked().orElseThrow(), key(request, read, body));
  }

  private String body(ApiRequest request) {
    if (request.body().isEmpty()) {
      boolean sized = request.header("content-length").isPresent();
      throw new InvalidRequestException(
          sized
              ? ProblemDocument.of(
                  400, "invalid-request", "The request is not valid", "The body is empty.")
              : ProblemDocument.of(
                  411,
                  "length-required",
                  "Length required",
                  "Send the body with a Content-Length; chunked bodies do not arrive."));
    }
    String body = request.body().get();
    if (body.getBytes(StandardCharsets.UTF_8).length > policy.maxBodyBytes()) {
      throw new InvalidRequestException(
          ProblemDocument.of(
              413,
              "body-too-large",
              "The body is too large",
              "At most " + policy.maxBodyBytes() + " bytes are accepted."));
    }
    return body;
  }

  private Optional<IdempotencyKey> key(
      ApiRequest request, SubmissionReader.Read read, String body) {
    return request
        .header("idempotency-key")
        .or(read::idempotencyKey)
        .map(key -> fingerprints.key(key, body));
  }

  private ApiResponse accept(Owner owner, Checked checked, Optional<IdempotencyKey> key) {
    SubmitJob.Outcome outcome =
        submit.submit(owner, checked.submission(), policy.partition(), key.orElse(null));
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
