package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.Workspace;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which identities the operator lets callers use.
 *
 * @param ours resource ids, in lower case, of private workspaces for which our managed identity may
 *     be used
 * @param clientSecrets whether callers may bring an application with its secret
 */
public record AccessPolicy(Set<String> ours, boolean clientSecrets) {

  /** The policy that lends our identity for these workspaces. */
  public static AccessPolicy of(Set<Workspace> ours, boolean clientSecrets) {
    return new AccessPolicy(
        ours.stream().map(Workspace::canonical).collect(Collectors.toUnmodifiableSet()),
        clientSecrets);
  }

  /**
   * Every access passes here before it is used, so that no unknown kind is taken for another.
   *
   * @throws AccessDeniedException if the operator does not allow it
   */
  void require(Access access) {
    if (access instanceof Access.ManagedIdentity managed
        && !ours.contains(managed.workspace().canonical())) {
      throw denied(
          "this service does not use its own identity for that workspace",
          "give all four credentials, or ask the operator to add the workspace to"
              + " PRIVATE_WORKSPACES",
          "resource_id");
    }
    if (access instanceof Access.ServicePrincipal && !clientSecrets) {
      throw denied(
          "this service does not take client secrets",
          "give the resource_id alone and ask the operator to add the workspace to"
              + " PRIVATE_WORKSPACES",
          "client_secret");
    }
    if (!(access instanceof Access.Integration
        || access instanceof Access.ManagedIdentity
        || access instanceof Access.ServicePrincipal)) {
      throw new IllegalStateException("unknown access " + access.getClass());
    }
  }

  static AccessDeniedException denied(String message, String advice, String field) {
    return new AccessDeniedException(
        new CheckStep(
            CheckStep.Name.TOKEN, CheckStep.Outcome.FAILED, message, advice, null, field));
  }
}
