package io.quantumexecutor.api;

import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.request.SubmissionProblems;
import io.quantumexecutor.api.request.SubmissionReader;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.CheckedSubmission;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceAccess.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/jobs}. */
public final class AcceptJobApi {
  private final AcceptanceGate gate;
  private final CheckSubmission check;
  private final WorkspaceAccess access;
  private final AcceptJob accept;
  private final Fingerprints fingerprints;
  private final SubmissionReader reader;
  private final Callbacks callbacks;

  /**
   * The submission API.
   *
   * @param gate who may submit
   * @param fingerprints makes the keyed hashes of idempotency
   * @param policy limits and defaults
   */
  public AcceptJobApi(
      AcceptanceGate gate,
      CheckSubmission check,
      WorkspaceAccess access,
      AcceptJob accept,
      Fingerprints fingerprints,
      ApiPolicy policy) {
    this.gate = gate;
    this.check = check;
    this.access = access;
    this.accept = accept;
    this.fingerprints = fingerprints;
    this.reader = new SubmissionReader(policy);
    this.callbacks = policy.callbacks();
  }

  ApiResponse submit(Caller caller, ApiRequest request) {
    String body = RequestBody.of(request);
    SubmissionReader.Read read = reader.read(body);
    Optional<Access> named = read.backend().access();
    boolean integration = named.filter(Access.Integration.class::isInstance).isPresent();
    return gate.within(caller, integration, () -> submit(caller, request, read, body));
  }

  private ApiResponse submit(
      Caller caller, ApiRequest request, SubmissionReader.Read read, String body) {
    CheckedSubmission checked = SubmissionProblems.of(read, check, check::check).requireNone();
    Access asked = read.backend().access().orElseThrow();
    Proof proof =
        AccessProblems.prove(access, asked, checked.submission().target(), read.backend().places());
    Optional<IdempotencyKey> key = key(request, read, body);
    List<String> warnings = new ArrayList<>(proof.warnings());
    warnings.addAll(checked.warnings());
    return AcceptJobResponse.of(
        check.isToBeRejected(checked.submission(), asked)
            ? replay(caller.owner(), checked, key)
            : submit(caller.owner(), checked, proof, key),
        warnings,
        secret(caller.owner(), checked));
  }

  /** What the receiver needs to verify our calls. */
  private Optional<String> secret(Owner owner, CheckedSubmission checked) {
    return Optional.ofNullable(checked.submission().options().callback())
        .map(callback -> callbacks.secretOf(owner));
  }

  private Optional<IdempotencyKey> key(
      ApiRequest request, SubmissionReader.Read read, String body) {
    return request
        .header("idempotency-key")
        .or(read::idempotencyKey)
        .map(key -> fingerprints.key(key, body));
  }

  /** The answer that the key had before its target closed. */
  private AcceptOutcome replay(
      Owner owner, CheckedSubmission checked, Optional<IdempotencyKey> key) {
    return accept
        .replayOf(owner, key.orElse(null))
        .orElseThrow(() -> AcceptJobResponse.unavailable(checked.submission().target()));
  }

  private AcceptOutcome submit(
      Owner owner, CheckedSubmission checked, Proof proof, Optional<IdempotencyKey> key) {
    return accept.accept(owner, checked.submission(), proof.grant(), key.orElse(null));
  }
}
