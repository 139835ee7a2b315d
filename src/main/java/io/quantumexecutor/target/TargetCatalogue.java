package io.quantumexecutor.target;

import java.util.List;
import java.util.Optional;

/** Port: the targets we know by heart. */
public interface TargetCatalogue {
  /** The target of that name in any case, retired ones included. */
  Optional<Target> find(String name);

  /** Tells this catalogue from others with other targets, formats or prices. */
  String version();

  /** All targets in the order in which they should be shown. */
  List<Target> all();
}
