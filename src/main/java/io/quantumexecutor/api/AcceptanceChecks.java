package io.quantumexecutor.api;

import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.CheckSubmission.Checked;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.util.Map;

/**
 * What is checked of every submission.
 *
 * @param submission checks the program and its target
 * @param access proves that the job may run where it is to run
 */
public record AcceptanceChecks(CheckSubmission submission, WorkspaceAccess access) {

  /**
   * Proves the right to submit.
   *
   * @param places where the request says what
   * @throws InvalidRequestException 403 for a missing right, 400 for what is not so
   */
  WorkspaceAccess.Proof prove(Access asked, String target, Map<String, String> places) {
    try {
      return access.prove(asked, target);
    } catch (AccessDeniedException e) {
      throw AccessProblems.of(e.step(), places);
    }
  }

  /** Whether the job may not wait although its target is closed. */
  boolean isToBeRejected(Checked checked, Access asked) {
    return submission.isToBeRejected(checked.submission(), () -> status(asked));
  }

  /** What the workspace says that the job is to run in. */
  WorkspaceStatus status(Access asked) {
    return asked instanceof Access.Integration ? submission.ofConfigured() : access.status(asked);
  }

  /**
   * Stops a submission that cannot run or would cost too much.
   *
   * @throws InvalidRequestException 400 or 422
   */
  static void requireGood(Checked checked) {
    if (!checked.requestProblems().isEmpty()) {
      throw InvalidRequestException.of(checked.requestProblems());
    }
    if (!checked.programProblems().isEmpty()) {
      throw InvalidRequestException.program(checked.programProblems());
    }
    if (checked.overMaxCost() != null) {
      throw InvalidRequestException.cost(checked.overMaxCost());
    }
  }
}
