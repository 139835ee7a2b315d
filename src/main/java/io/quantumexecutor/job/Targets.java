package io.quantumexecutor.job;

import io.quantumexecutor.job.QuantumWorkspace.TargetStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The targets that exist: those of the catalogue, and those that only the workspace itself knows,
 * which take QIR by their own profile.
 */
public final class Targets {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final TargetCatalogue catalogue;
  private final QuantumWorkspaces workspaces;
  private final InstantSource clock;
  private volatile Live live = new Live(Instant.EPOCH, List.of());

  public Targets(TargetCatalogue catalogue, QuantumWorkspaces workspaces, InstantSource clock) {
    this.catalogue = catalogue;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  private record Live(Instant at, List<TargetStatus> targets) {}

  /** A target of the catalogue, retired ones included, without asking anybody. */
  public Optional<Target> known(String name) {
    return catalogue.find(name);
  }

  /**
   * A target of that name in any case.
   *
   * @throws QuantumException if the catalogue has none and the workspace cannot be asked
   */
  public Optional<Target> find(String name) {
    Optional<Target> known = catalogue.find(name);
    return known.isPresent()
        ? known
        : live().stream()
            .filter(status -> status.name().equalsIgnoreCase(name))
            .findFirst()
            .map(Targets::liveOnly);
  }

  /** The name that was probably meant. */
  public Optional<String> nearest(String name) {
    List<String> current =
        catalogue.all().stream()
            .filter(target -> target.successor() == null)
            .map(Target::name)
            .toList();
    return NameSuggestions.closest(name, current);
  }

  /**
   * What the workspace said of its targets, at most a minute ago.
   *
   * @throws QuantumException if it had to be asked and could not be
   */
  public List<TargetStatus> live() {
    Live last = live;
    if (last.at().plus(FRESH).isBefore(clock.instant())) {
      last = new Live(clock.instant(), workspaces.integration().targets());
      live = last;
    }
    return last.targets();
  }

  private static Target liveOnly(TargetStatus status) {
    String profile = status.profile() == null ? "Base" : status.profile();
    return new Target(
        status.name(),
        status.provider(),
        Target.Kind.QPU,
        status.qubits() == null ? Integer.MAX_VALUE : status.qubits(),
        List.of(
            new Target.Format(
                CircuitFormats.QIR, "microsoft.quantum-results.v2", CircuitFormats.QIR)),
        new Target.Abilities(profile, !profile.equals("Base")),
        new Target.Shots("shots", null),
        null);
  }
}
