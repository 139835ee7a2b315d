package io.quantumexecutor.circuit.qasm;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives names, each once; a name that is taken gets a number. */
final class UniqueNames {
  private final Set<String> taken;

  /** The last number tried for a name: trying all from 2 on each time would be a squared search. */
  private final Map<String, Integer> lastNumber = new HashMap<>();

  UniqueNames(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The name itself, or with the smallest number from 2 on that makes it unused. */
  String unused(String name) {
    String candidate = name;
    int number = lastNumber.getOrDefault(name, 1);
    while (!taken.add(candidate)) {
      number++;
      candidate = name + "_" + number;
    }
    lastNumber.put(name, number);
    return candidate;
  }
}
