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
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.CheckedSubmission;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceAccess.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final WorkLedger work;

  /**
   * The submission API.
   *
   * @param gate who may submit
   * @param fingerprints makes the keyed hashes of idempotency
   * @param work where reading programs is charged
   * @param policy limits and defaults
   */
  public AcceptJobApi(
      AcceptanceGate gate,
      CheckSubmission check,
      WorkspaceAccess access,
      AcceptJob accept,
      Fingerprints fingerprints,
      WorkLedger work,
      ApiPolicy policy) {
    this.gate = gate;
    this.check = check;
    this.access = access;
    this.accept = accept;
    this.fingerprints = fingerprints;
    this.reader = new SubmissionReader(policy);
    this.callbacks = policy.callbacks();
    this.work = work;
  }

  /**
   * What a request asks for.
   *
   * @param places where the request says what of the backend
   */
  private record Wish(
      Submission submission,
      List<String> warnings,
      Access asked,
      Map<String, String> places,
      Optional<IdempotencyKey> key) {}

  ApiResponse submit(Caller caller, ApiRequest request) {
    String body = RequestBody.of(request);
    Wish wish = work.within(WorkCost.ofProgram(body), () -> read(caller, request, body));
    Proof proof =
        AccessProblems.prove(access, wish.asked(), wish.submission().target(), wish.places());
    List<String> warnings = new ArrayList<>(proof.warnings());
    warnings.addAll(wish.warnings());
    return AcceptJobResponse.of(
        check.isToBeRejected(wish.submission(), wish.asked())
            ? replay(caller.owner(), wish)
            : accept(caller, wish, proof),
        warnings,
        secret(caller.owner(), wish.submission()));
  }

  private Wish read(Caller caller, ApiRequest request, String body) {
    SubmissionReader.Read read = reader.read(body);
    Optional<Access> named = read.backend().access();
    gate.pass(caller, named.filter(Access.Integration.class::isInstance).isPresent());
    CheckedSubmission checked = SubmissionProblems.of(read, check, check::check).requireNone();
    return new Wish(
        checked.submission(),
        checked.warnings(),
        named.orElseThrow(),
        read.backend().places(),
        key(request, read, body));
  }

  /** What the receiver needs to verify our calls. */
  private Optional<String> secret(Owner owner, Submission submission) {
    return Optional.ofNullable(submission.options().callback())
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
  private AcceptOutcome replay(Owner owner, Wish wish) {
    return accept
        .replayOf(owner, wish.key().orElse(null))
        .orElseThrow(() -> AcceptJobResponse.unavailable(wish.submission().target()));
  }

  private AcceptOutcome accept(Caller caller, Wish wish, Proof proof) {
    return gate.accept(
        caller,
        () ->
            accept.accept(
                caller.owner(), wish.submission(), proof.grant(), wish.key().orElse(null)));
  }
}
