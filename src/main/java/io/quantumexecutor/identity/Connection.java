package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.AzureResources;
import io.quantumexecutor.workspace.AzureResources.WorkspaceRecord;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One workspace as one identity reaches it, with everything that is remembered of it: nothing of
 * what one identity was answered is ever shown to another.
 */
final class Connection {
  private static final Duration FRESH_TARGETS = Duration.ofMinutes(1);
  private static final Duration FRESH_PROOF = Duration.ofMinutes(5);

  private final Identity identity;
  private final AzureResources manager;
  private final Function<Connection, QuantumWorkspace> opener;
  private volatile @Nullable WorkspaceRecord record;
  private volatile @Nullable QuantumWorkspace workspace;
  private volatile @Nullable Dated<List<TargetStatus>> targets;
  private volatile @Nullable Dated<List<String>> proof;
  private @Nullable WorkspaceStatus status;

  /** What was answered, and until when it counts. */
  private record Dated<T>(T value, Instant until) {}

  /**
   * @param opener makes the client of the workspace, from its record if need be
   */
  Connection(
      Identity identity, AzureResources manager, Function<Connection, QuantumWorkspace> opener) {
    this.identity = identity;
    this.manager = manager;
    this.opener = opener;
  }

  Identity identity() {
    return identity;
  }

  AzureResources manager() {
    return manager;
  }

  /** Azure's record of the workspace; asked for once. */
  WorkspaceRecord record() {
    WorkspaceRecord known = record;
    if (known == null) {
      known = manager.workspace(identity.workspace());
      record = known;
    }
    return known;
  }

  /**
   * The workspace's client.
   *
   * @throws QuantumException of kind REJECTED only if the workspace is gone or not to be trusted
   */
  QuantumWorkspace workspace() {
    QuantumWorkspace known = workspace;
    if (known == null) {
      known = opened();
      workspace = known;
    }
    return known;
  }

  private QuantumWorkspace opened() {
    try {
      return opener.apply(this);
    } catch (QuantumException e) {
      if (e.kind() != Kind.REJECTED || e.httpStatus() == 0 || e.httpStatus() == 404) {
        throw e;
      }
      // Whatever else the resource manager does not like, it says nothing about the job.
      throw new QuantumException(
          Kind.TRY_LATER, e.httpStatus(), e.code(), e.getMessage(), e.retryAfter().orElse(null));
    }
  }

  /** What the workspace says of itself, asked at most once a minute. */
  synchronized WorkspaceStatus status(InstantSource clock) {
    if (status == null) {
      status = new WorkspaceStatus(this::workspace, clock);
    }
    return status;
  }

  /** The workspace's targets as they were at most a minute before. */
  List<TargetStatus> targets(Instant now) {
    Dated<List<TargetStatus>> known = targets;
    if (known == null || !now.isBefore(known.until())) {
      known = new Dated<>(workspace().targets(), now.plus(FRESH_TARGETS));
      targets = known;
    }
    return known.value();
  }

  /** The warnings of a proof of a few minutes ago; null when there is none. */
  @Nullable List<String> proof(Instant now) {
    Dated<List<String>> known = proof;
    return known != null && now.isBefore(known.until()) ? known.value() : null;
  }

  void proven(List<String> warnings, Instant now) {
    proof = new Dated<>(warnings, now.plus(FRESH_PROOF));
  }
}
