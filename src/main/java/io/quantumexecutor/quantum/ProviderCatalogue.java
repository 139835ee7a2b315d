package io.quantumexecutor.quantum;

import io.quantumexecutor.target.Target;
import io.quantumexecutor.target.TargetCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The targets documented by Azure Quantum and its providers as of August 2026, in the order in
 * which they are shown, retired names last. A workspace may know others; ask it.
 */
public final class ProviderCatalogue implements TargetCatalogue {
  private final List<Target> targets;
  private final Map<String, Target> byName;

  ProviderCatalogue(List<Target> targets) {
    this.targets = List.copyOf(targets);
    this.byName = new LinkedHashMap<>();
    targets.forEach(target -> byName.put(target.name(), target));
  }

  /** The catalogue that comes with the program. */
  public static ProviderCatalogue bundled() {
    return Bundled.CATALOGUE;
  }

  @Override
  public Optional<Target> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public List<Target> all() {
    return targets;
  }

  /** Read when it is first asked for. */
  private static final class Bundled {
    static final ProviderCatalogue CATALOGUE = new ProviderCatalogue(CatalogueFile.bundled());
  }
}
