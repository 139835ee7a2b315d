package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.request.SubmissionCheck;
import io.quantumexecutor.api.request.SubmissionReader;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.accept.AcceptJob.Outcome;
import io.quantumexecutor.lifecycle.accept.CheckSubmission.Checked;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.WorkspaceAccess.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/jobs}. */
public final class AcceptJobApi {
  private final SubmitSteps steps;
  private final SubmissionReader reader;
  private final Callbacks callbacks;
  private final RequestBody bodies;

  /**
   * The submission API.
   *
   * @param policy limits and defaults
   */
  public AcceptJobApi(SubmitSteps steps, ApiPolicy policy) {
    this.steps = steps;
    this.reader = new SubmissionReader(policy);
    this.callbacks = policy.callbacks();
    this.bodies = new RequestBody(policy.maxBodyBytes());
  }

  ApiResponse submit(Caller caller, ApiRequest request) {
    String body = bodies.of(request);
    SubmissionReader.Read read = reader.read(body);
    Optional<Access> access = read.backend().access();
    steps.gate().pass(caller, access.filter(Access.Integration.class::isInstance).isPresent());
    SubmissionCheck found =
        SubmissionCheck.of(read, steps.checks().submission(), steps.checks().submission()::check);
    if (!found.ofRequest().isEmpty()) {
      throw InvalidRequestException.of(found.all());
    }
    if (!found.ofProgram().isEmpty()) {
      throw InvalidRequestException.program(found.ofProgram());
    }
    if (found.overMaxCost().isPresent()) {
      throw InvalidRequestException.cost(found.overMaxCost().get());
    }
    Checked checked = found.checked().orElseThrow();
    Proof proof =
        steps
            .checks()
            .prove(access.orElseThrow(), checked.submission().target(), read.backend().places());
    Optional<IdempotencyKey> key = key(request, read, body);
    List<String> warnings = new ArrayList<>(proof.warnings());
    warnings.addAll(checked.warnings());
    return AcceptanceAnswers.of(
        steps.checks().isToBeRejected(checked, access.orElseThrow())
            ? replay(caller.owner(), checked, key)
            : submit(caller.owner(), checked, proof, key),
        warnings,
        secret(caller.owner(), checked));
  }

  /** What the receiver needs to verify our calls. */
  private Optional<String> secret(Owner owner, Checked checked) {
    return Optional.ofNullable(checked.submission().options().terms().notice().callback())
        .map(callback -> callbacks.secretOf(owner));
  }

  private Optional<IdempotencyKey> key(
      ApiRequest request, SubmissionReader.Read read, String body) {
    return request
        .header("idempotency-key")
        .or(read::idempotencyKey)
        .map(key -> steps.fingerprints().key(key, body));
  }

  /** The answer that the key had before its target closed. */
  private Outcome replay(Owner owner, Checked checked, Optional<IdempotencyKey> key) {
    return steps
        .accept()
        .replayOf(owner, key.orElse(null))
        .orElseThrow(() -> AcceptanceAnswers.unavailable(checked.submission().target()));
  }

  private Outcome submit(Owner owner, Checked checked, Proof proof, Optional<IdempotencyKey> key) {
    return steps.accept().accept(owner, checked.submission(), proof.grant(), key.orElse(null));
  }
}
