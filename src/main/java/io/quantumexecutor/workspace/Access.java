package io.quantumexecutor.workspace;

import org.jspecify.annotations.Nullable;

/**
 * Where a job is to run, and as whom. What a request says decides; there is no falling back from
 * one to another.
 */
public sealed interface Access {
  /** Our managed identity on the configured workspace. */
  record Integration() implements Access {}

  /** A workspace other than the configured one. */
  sealed interface Private extends Access {
    Workspace workspace();

    /** Where the request says that the workspace is; null when it leaves that to Azure's record. */
    @Nullable Location location();
  }

  /** Our managed identity on a workspace that the operator allows it to be used for. */
  record ManagedIdentity(Workspace workspace, @Nullable Location location) implements Private {}

  /**
   * The caller's own application. The text form leaves the secret out.
   *
   * @param tenant directory id or a domain of the directory
   * @param client the application's id
   */
  record ServicePrincipal(
      String tenant, String client, String secret, Workspace workspace, @Nullable Location location)
      implements Private {
    @Override
    public String toString() {
      return "ServicePrincipal[" + tenant + ", " + client + ", " + workspace.canonical() + "]";
    }
  }
}
