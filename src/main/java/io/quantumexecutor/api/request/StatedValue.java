package io.quantumexecutor.api.request;

import io.quantumexecutor.job.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One fact that a request may state at several places, each time the same. */
final class StatedValue<T> {
  private final Map<String, T> stated = new LinkedHashMap<>();

  void at(String pointer, T value) {
    stated.put(pointer, value);
  }

  boolean isStated() {
    return !stated.isEmpty();
  }

  /** Where it was stated first; empty when nowhere. */
  Optional<String> place() {
    return stated.keySet().stream().findFirst();
  }

  /** The fact; two different statements are noted as a problem at both places. */
  Optional<T> agreed(List<Problem> problems) {
    Optional<Map.Entry<String, T>> first = stated.entrySet().stream().findFirst();
    first.ifPresent(
        known ->
            stated.entrySet().stream()
                .filter(other -> !other.getValue().equals(known.getValue()))
                .forEach(other -> conflict(known.getKey(), other.getKey(), problems)));
    return first.map(Map.Entry::getValue);
  }

  static void conflict(String one, String other, List<Problem> problems) {
    problems.add(Problem.at(one, "contradicts " + other + ": give one of them"));
    problems.add(Problem.at(other, "contradicts " + one + ": give one of them"));
  }
}
