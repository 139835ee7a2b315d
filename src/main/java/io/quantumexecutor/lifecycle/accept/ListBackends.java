package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.target.Target;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.WorkspaceStatus.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The targets of a workspace: what the catalogue knows of them and what they are doing now. */
public final class ListBackends {
  private final Targets targets;

  public ListBackends(Targets targets) {
    this.targets = targets;
  }

  /**
   * A target.
   *
   * @param live null for a target that is retired or not in the workspace, and while the workspace
   *     cannot be asked
   */
  public record Backend(Target target, @Nullable TargetStatus live) {}

  /** Targets as a workspace offered them. */
  public record Listing(Snapshot snapshot, List<Backend> backends) {
    public Listing {
      backends = List.copyOf(backends);
    }
  }

  /** The targets of the configured workspace. */
  public Listing list() {
    return list(targets.status().snapshot());
  }

  /** The targets of the catalogue, then those that only the workspace knows; retired names last. */
  public Listing list(Snapshot snapshot) {
    List<Backend> backends = new ArrayList<>();
    List<Backend> retired = new ArrayList<>();
    for (Target target : targets.catalogue()) {
      Backend backend = new Backend(target, snapshot.target(target.name()).orElse(null));
      (target.isRetired() ? retired : backends).add(backend);
    }
    for (TargetStatus status : snapshot.targets()) {
      if (targets.known(status.name()).isEmpty()) {
        backends.add(new Backend(Targets.liveOnly(status), status));
      }
    }
    backends.addAll(retired);
    return new Listing(snapshot, backends);
  }

  /** The name that was probably meant. */
  public Optional<String> nearest(String name) {
    return targets.nearest(name);
  }
}
