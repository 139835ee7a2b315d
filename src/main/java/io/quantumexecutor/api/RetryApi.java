package io.quantumexecutor.api;

import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.BackendFields;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.request.RetryRequest;
import io.quantumexecutor.api.request.SubmissionProblems;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.CheckedSubmission;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.Workspace;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceAccess.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /api/jobs/{id}/retry}: the submission of a finished job once more, with its labels as
 * they are now, as a new job that is checked and priced as every submission is. Credentials that
 * were erased with the old job may be posted again, in the form that submissions have.
 */
public final class RetryApi {
  private final AcceptanceGate gate;
  private final CheckSubmission check;
  private final WorkspaceAccess access;
  private final AcceptJob accept;
  private final Fingerprints fingerprints;
  private final Callbacks callbacks;
  private final WorkLedger work;

  /**
   * The retry API.
   *
   * @param gate who may submit
   * @param fingerprints makes the keyed hashes of idempotency
   * @param callbacks which receivers may be called
   * @param work where reading programs is charged
   */
  public RetryApi(
      AcceptanceGate gate,
      CheckSubmission check,
      WorkspaceAccess access,
      AcceptJob accept,
      Fingerprints fingerprints,
      Callbacks callbacks,
      WorkLedger work) {
    this.gate = gate;
    this.check = check;
    this.access = access;
    this.accept = accept;
    this.fingerprints = fingerprints;
    this.callbacks = callbacks;
    this.work = work;
  }

  ApiResponse retry(Caller caller, Job earlier, Optional<Submission> kept, ApiRequest request) {
    if (!earlier.isFinal()) {
      throw AcceptJobResponse.refused(
          ProblemType.NOT_ENDED, "Only a job that has ended can be run again.");
    }
    Submission submission =
        kept.orElseThrow(
            () ->
                AcceptJobResponse.refused(
                    ProblemType.NOTHING_TO_RETRY, "The job was refused and has no program."));
    RetryRequest posted = RetryRequest.read(request, submission, callbacks);
    Access asked = access(earlier, submission, posted.backend());
    gate.pass(caller, asked instanceof Access.Integration);
    Submission again = posted.of(submission.labelled(earlier.summary()));
    CheckedSubmission checked =
        work.within(
            WorkCost.of(again), () -> SubmissionProblems.of(check.check(again)).requireNone());
    Proof proof =
        AccessProblems.prove(
            access, asked, checked.submission().target(), posted.backend().places());
    if (check.isToBeRejected(checked.submission(), asked)) {
      throw AcceptJobResponse.unavailable(checked.submission().target());
    }
    return accept(caller, earlier, checked, proof, request);
  }

  private ApiResponse accept(
      Caller caller, Job earlier, CheckedSubmission checked, Proof proof, ApiRequest request) {
    Optional<IdempotencyKey> key =
        request
            .header("idempotency-key")
            .map(
                text -> fingerprints.retryKey(text, earlier.key().id(), request.body().orElse("")));
    List<String> warnings = new ArrayList<>(proof.warnings());
    warnings.addAll(checked.warnings());
    AcceptOutcome outcome =
        gate.accept(
            caller,
            () ->
                accept.retry(earlier.key(), checked.submission(), proof.grant(), key.orElse(null)));
    return AcceptJobResponse.of(
        outcome,
        warnings,
        Optional.ofNullable(checked.submission().options().callback())
            .map(callback -> callbacks.secretOf(earlier.key().owner())));
  }

  /** As whom the job ran, or as whom it is to run now, but always where it ran. */
  private Access access(Job earlier, Submission submission, BackendFields posted) {
    String resourceId = submission.options().workspace();
    if (resourceId == null) {
      requireNoWorkspace(posted);
      return new Access.Integration();
    }
    Workspace workspace = Workspace.parse(resourceId);
    if (posted.access().orElse(null) instanceof Access.Private own) {
      return sameWorkspace(own, workspace, posted.places());
    }
    Access.ManagedIdentity ours = new Access.ManagedIdentity(workspace, null);
    if (!isPartition(ours, earlier.summary().partition())) {
      throw AcceptJobResponse.refused(
          ProblemType.CREDENTIALS_REQUIRED,
          "The credentials of the job were erased when it ended; post backend_preferences with"
              + " credentials again.");
    }
    return ours;
  }

  private static void requireNoWorkspace(BackendFields posted) {
    if (posted.access().orElse(null) instanceof Access.Private) {
      throw InvalidRequestException.of(
          List.of(
              Problem.at(
                  posted.places().getOrDefault("resource_id", ""),
                  "the job ran in this service's workspace and does so again; leave it out")));
    }
  }

  private boolean isPartition(Access asked, IdentityKey partition) {
    try {
      return access.unproven(asked).partition().equals(partition);
    } catch (AccessDeniedException e) {
      return false;
    }
  }

  private static Access sameWorkspace(
      Access.Private own, Workspace workspace, Map<String, String> places) {
    if (own.workspace().canonical().equals(workspace.canonical())) {
      return own;
    }
    throw InvalidRequestException.of(
        List.of(
            Problem.at(
                places.getOrDefault("resource_id", ""),
                "must be the job's own workspace, " + workspace.resourceId())));
  }
}
