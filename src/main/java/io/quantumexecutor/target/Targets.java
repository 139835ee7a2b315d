package io.quantumexecutor.target;

import io.quantumexecutor.target.price.PriceSource;
import io.quantumexecutor.target.price.Tariff;
import io.quantumexecutor.target.price.Unpublished;
import io.quantumexecutor.workspace.ProviderFormat;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The targets that exist: those of the catalogue, and those that only the workspace itself knows,
 * which take QIR by their own profile.
 */
public final class Targets {
  private static final Tariff UNPRICED =
      new Unpublished("USD", new PriceSource("not in the catalogue", LocalDate.of(2026, 8, 21)));

  private final TargetCatalogue catalogue;
  private final WorkspaceStatus status;

  public Targets(TargetCatalogue catalogue, QuantumWorkspaces workspaces, InstantSource clock) {
    this.catalogue = catalogue;
    this.status = new WorkspaceStatus(workspaces::integration, clock);
  }

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
        : status.targets().stream()
            .filter(target -> target.name().equalsIgnoreCase(name))
            .findFirst()
            .map(Targets::liveOnly);
  }

  /** The name that was probably meant. */
  public Optional<String> nearest(String name) {
    List<String> current =
        catalogue.all().stream().filter(target -> !target.isRetired()).map(Target::name).toList();
    return NameSuggestions.closest(name, current);
  }

  /** Which catalogue it is. */
  String version() {
    return catalogue.version();
  }

  /** All targets of the catalogue, retired ones last. */
  public List<Target> catalogue() {
    return catalogue.all();
  }

  /** What the configured workspace says. */
  public WorkspaceStatus status() {
    return status;
  }

  /** A target that only a workspace knows. */
  public static Target liveOnly(TargetStatus status) {
    String profile = status.profile() == null ? "Base" : status.profile();
    return new Target(
        status.name(),
        status.provider(),
        status.name().contains(".sim") ? Target.Kind.SIMULATOR : Target.Kind.QPU,
        status.qubits() == null ? Integer.MAX_VALUE : status.qubits(),
        List.of(
            new ProviderFormat(
                CircuitFormats.QIR, "microsoft.quantum-results.v2", CircuitFormats.QIR)),
        new Target.Abilities(profile, !profile.equals("Base")),
        new Target.Shots("shots", null, 1, null),
        new Target.Offer(Target.Answer.COUNTS, List.of(), List.of(), UNPRICED, null),
        null);
  }
}
