package io.quantumexecutor.api;

import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grants whatever is asked, unless a test says what is missing; remembers what was asked. */
final class FakeAccess implements WorkspaceAccess {
  final List<Access> asked = new ArrayList<>();
  List<String> warnings = List.of();

  /** Of every workspace that is not the configured one. */
  private final WorkspaceStatus status;

  /** Happens while the right to submit is being proven. */
  Runnable whileProving = () -> {};

  Optional<CheckStep> missing = Optional.empty();
  Optional<QuantumException> trouble = Optional.empty();

  FakeAccess(WorkspaceStatus status) {
    this.status = status;
  }

  @Override
  public Proof prove(Access access, String target) {
    whileProving.run();
    return new Proof(unproven(access), warnings);
  }

  @Override
  public Grant unproven(Access access) {
    asked.add(access);
    trouble.ifPresent(
        outage -> {
          throw outage;
        });
    missing.ifPresent(
        step -> {
          throw new AccessDeniedException(step);
        });
    return access instanceof Access.ServicePrincipal principal
        ? new Grant(
            new IdentityKey("partition"), id -> Optional.of(new byte[principal.secret().length()]))
        : Grant.ofOurs(new IdentityKey("partition"));
  }

  @Override
  public List<CheckStep> examine(Access access, @Nullable String target) {
    asked.add(access);
    return missing.stream().toList();
  }

  @Override
  public WorkspaceStatus status(Access access) {
    unproven(access);
    return status;
  }
}
