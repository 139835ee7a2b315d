package io.quantumexecutor.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: finds out whether a workspace may be used as a request asks. */
public interface WorkspaceAccess {
  /**
   * Proves the right to submit, with the identity that will submit. The proof is kept for a few
   * minutes under the identity key.
   *
   * @param target the target that is to be used
   * @throws AccessDeniedException naming the step that is missing
   * @throws QuantumException if it could not be found out
   */
  Proof prove(Access access, String target);

  /**
   * The right as far as it can be told without a network; using it is what proves it.
   *
   * @throws AccessDeniedException if the operator does not allow it
   */
  Grant unproven(Access access);

  /**
   * Takes all the steps that can be taken, one of each name.
   *
   * @param target null when the request names none
   */
  List<CheckStep> examine(Access access, @Nullable String target);

  /**
   * What the workspace of an access says of its targets and quotas, cached under the identity key.
   *
   * @throws AccessDeniedException if the operator does not allow it
   */
  WorkspaceStatus status(Access access);

  /** The proven right, with what the caller should know all the same. */
  record Proof(Grant grant, List<String> warnings) {
    public Proof {
      warnings = List.copyOf(warnings);
    }
  }
}
