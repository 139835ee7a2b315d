package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.CheckStep.Name;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proves access before a job is accepted, and finds out which step of its set-up is missing. */
public final class WorkspaceDoctor implements WorkspaceAccess {
  private final AccessPolicy policy;
  private final Connections connections;
  private final InstantSource clock;

  public WorkspaceDoctor(AccessPolicy policy, Connections connections, InstantSource clock) {
    this.policy = policy;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public Proof prove(Access access, String target) {
    Grant grant = unproven(access);
    if (access instanceof Access.Integration) {
      return new Proof(grant, List.of());
    }
    Connection connection = connections.of(access);
    Instant now = clock.instant();
    AccessSteps steps = new AccessSteps(connection, access, now);
    List<String> warnings = connection.proof(now);
    if (warnings == null) {
      steps.token();
      settle(steps);
      steps.role();
      settle(steps);
      steps.service();
      settle(steps);
      warnings = steps.warnings().stream().map(CheckStep::text).toList();
      connection.proven(warnings, now);
    } else {
      steps.token();
      settle(steps);
    }
    steps.enabled(target);
    settle(steps);
    return new Proof(grant, warnings);
  }

  private static void settle(AccessSteps steps) {
    steps
        .failure()
        .ifPresent(
            step -> {
              throw new AccessDeniedException(step);
            });
    steps
        .trouble()
        .ifPresent(
            trouble -> {
              throw trouble;
            });
  }

  @Override
  public Grant unproven(Access access) {
    policy.require(access);
    if (access instanceof Access.ServicePrincipal) {
      connections.requireSeal();
    }
    return connections.grant(access);
  }

  @Override
  public WorkspaceStatus status(Access access) {
    unproven(access);
    Connection connection = connections.of(access);
    return connection.status(clock);
  }

  @Override
  public List<CheckStep> examine(Access access, @Nullable String target) {
    try {
      unproven(access);
    } catch (AccessDeniedException e) {
      return Arrays.stream(Name.values())
          .map(
              name ->
                  name == e.step().name()
                      ? e.step()
                      : CheckStep.notReached(name, "an earlier step failed"))
          .toList();
    }
    AccessSteps steps = new AccessSteps(connections.of(access), access, clock.instant());
    steps.token();
    if (steps.isOk(Name.WORKSPACE)) {
      steps.role();
    }
    if (steps.isOk(Name.WORKSPACE) || isReachable(steps, access)) {
      examineService(steps, target);
    }
    return steps.all();
  }

  /** The configured workspace is reached without Azure's record of it. */
  private static boolean isReachable(AccessSteps steps, Access access) {
    return steps.isOk(Name.TOKEN) && access instanceof Access.Integration;
  }

  private static void examineService(AccessSteps steps, @Nullable String target) {
    steps.service();
    if (!steps.isOk(Name.JOBS_READ_WRITE)) {
      return;
    }
    steps.storage();
    if (target == null) {
      steps.noTarget();
      return;
    }
    steps.enabled(target);
    if (steps.isOk(Name.TARGET)) {
      steps.available(target);
    }
  }
}
