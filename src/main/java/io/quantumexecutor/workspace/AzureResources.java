package io.quantumexecutor.workspace;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: Azure Resource Manager as one identity sees it. Every method throws {@link
 * QuantumException} on trouble.
 */
public interface AzureResources {
  /** Azure's own record of a workspace. */
  WorkspaceRecord workspace(Workspace workspace);

  /** What the identity may do with the workspace, all its roles together. */
  List<Permission> permissions(Workspace workspace);

  /**
   * What Azure records of a workspace.
   *
   * @param location the region, null when it is not told
   * @param kind {@code V1} or {@code V2}, null when it is not told
   * @param endpoint where it answers, null when it is not told
   */
  record WorkspaceRecord(
      @Nullable String location, @Nullable String kind, @Nullable URI endpoint) {}

  /** One role's patterns of operations; {@code *} stands for any text. */
  record Permission(
      List<String> actions,
      List<String> notActions,
      List<String> dataActions,
      List<String> notDataActions) {}
}
