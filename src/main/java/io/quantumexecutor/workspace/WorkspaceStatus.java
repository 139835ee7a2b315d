package io.quantumexecutor.workspace;

import io.quantumexecutor.workspace.QuantumWorkspace.Quota;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.SingleFlightCache.Reading;
import io.quantumexecutor.workspace.SingleFlightCache.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one workspace says of its targets and quotas, asked at most once a minute and by one caller
 * at a time.
 */
public final class WorkspaceStatus {
  private final SingleFlightCache<List<TargetStatus>> targets;
  private final SingleFlightCache<List<Quota>> quotas;

  /**
   * The status of a workspace.
   *
   * @param workspace opened anew for each question
   */
  public WorkspaceStatus(Supplier<QuantumWorkspace> workspace, InstantSource clock) {
    targets = new SingleFlightCache<>(() -> workspace.get().targets(), clock);
    quotas = new SingleFlightCache<>(() -> workspace.get().quotas(), clock);
  }

  /**
   * The targets as they were a moment ago.
   *
   * @param asOf when the workspace was asked
   * @param targets empty if it could not be asked
   * @param trouble why it could not be asked; null if it could
   */
  public record Snapshot(Instant asOf, List<TargetStatus> targets, @Nullable String trouble) {
    public Snapshot {
      targets = List.copyOf(targets);
    }

    public Optional<TargetStatus> target(String name) {
      return targets.stream().filter(target -> target.name().equalsIgnoreCase(name)).findFirst();
    }
  }

  /** The targets, or why they are not known: never throws. */
  public Snapshot snapshot() {
    Reading<List<TargetStatus>> reading = targets.now();
    String trouble = reading instanceof Trouble<?> had ? had.code() : null;
    return new Snapshot(reading.at(), reading.said().orElse(List.of()), trouble);
  }

  /**
   * The targets.
   *
   * @throws QuantumException if the workspace cannot be asked
   */
  public List<TargetStatus> targets() {
    return targets.now().orThrow();
  }

  /** The quotas of a provider; empty if the workspace does not tell. */
  public Optional<List<Quota>> quotas(String provider) {
    return quotas
        .now()
        .said()
        .map(all -> all.stream().filter(it -> it.provider().equalsIgnoreCase(provider)).toList());
  }
}
