package io.quantumexecutor.faults;

import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody may use the one workspace; with every job something sealed is to be kept. */
record OpenAccess(WorkspaceStatus status) implements WorkspaceAccess {
  /** What stands for a sealed secret: it must be gone when the job has ended. */
  static final Grant GRANT =
      new Grant(
          SimulatedProvider.PARTITION,
          id -> Optional.of("sealed".getBytes(StandardCharsets.UTF_8)));

  @Override
  public Proof prove(Access access, String target) {
    return new Proof(GRANT, List.of());
  }

  @Override
  public Grant unproven(Access access) {
    return GRANT;
  }

  @Override
  public List<CheckStep> examine(Access access, @Nullable String target) {
    return List.of();
  }

  @Override
  public WorkspaceStatus status(Access access) {
    return status;
  }
}
