package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who calls which workspace. The text form leaves the secret out.
 *
 * @param authority host of the token service; null for a managed identity
 * @param tenant null for a managed identity
 * @param client the application's id; null for the system-assigned managed identity
 * @param secret the application's secret; null for a managed identity
 */
public record Identity(
    @Nullable String authority,
    @Nullable String tenant,
    @Nullable String client,
    @Nullable String secret,
    Workspace workspace) {

  /** Our own managed identity on a workspace. */
  public static Identity managed(@Nullable String client, Workspace workspace) {
    return new Identity(null, null, client, null, workspace);
  }

  @Override
  public String toString() {
    return "Identity[" + tenant + ", " + client + ", " + workspace.canonical() + "]";
  }
}
