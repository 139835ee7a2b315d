package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Condition.AllOf;
import io.quantumexecutor.circuit.Condition.AnyOf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Joins conditions and keeps them short: the condition of a block where two branches meet again
 * must come out as the one before they parted.
 */
final class Logic {
  static final Condition TRUE = new AllOf(List.of());
  static final Condition FALSE = new AnyOf(List.of());

  private Logic() {}

  /** The conjunction, which is the negated disjunction of the negations. */
  static Condition all(List<Condition> parts) {
    return any(parts.stream().map(Condition::negated).toList()).negated();
  }

  static Condition all(Condition one, Condition other) {
    return all(List.of(one, other));
  }

  static Condition any(List<Condition> parts) {
    Set<Condition> alternatives = new LinkedHashSet<>();
    for (Condition part : parts) {
      if (part instanceof AnyOf nested) {
        alternatives.addAll(nested.parts());
      } else {
        alternatives.add(part);
      }
    }
    if (alternatives.contains(TRUE)) {
      return TRUE;
    }
    Set<Condition> common = common(alternatives);
    return common.isEmpty() ? reduced(alternatives) : factored(common, alternatives);
  }

  /** What every alternative demands. */
  private static Set<Condition> common(Set<Condition> alternatives) {
    Set<Condition> common = new LinkedHashSet<>();
    if (alternatives.size() > 1) {
      alternatives.stream().limit(1).forEach(first -> common.addAll(demands(first)));
      alternatives.forEach(
          alternative -> common.retainAll(new LinkedHashSet<>(demands(alternative))));
    }
    return common;
  }

  private static List<Condition> demands(Condition condition) {
    return condition instanceof AllOf all ? all.parts() : List.of(condition);
  }

  /** (x ∧ y) ∨ (x ∧ z) = x ∧ (y ∨ z). */
  private static Condition factored(Set<Condition> common, Set<Condition> alternatives) {
    List<Condition> rests = new ArrayList<>();
    for (Condition alternative : alternatives) {
      rests.add(
          conjunction(demands(alternative).stream().filter(d -> !common.contains(d)).toList()));
    }
    List<Condition> parts = new ArrayList<>(common);
    Condition rest = any(rests);
    parts.addAll(demands(rest));
    return conjunction(parts);
  }

  /** x ∨ (¬x ∧ y) = x ∨ y, and x ∨ (x ∧ y) = x, until nothing changes. */
  private static Condition reduced(Set<Condition> alternatives) {
    Set<Condition> kept = new LinkedHashSet<>(alternatives);
    for (Condition alternative : alternatives) {
      kept.remove(alternative);
      List<Condition> demands =
          demands(alternative).stream().filter(d -> !kept.contains(d.negated())).toList();
      if (demands.isEmpty()) {
        return TRUE;
      }
      if (demands.stream().noneMatch(kept::contains)) {
        kept.add(conjunction(demands));
      }
    }
    return kept.equals(alternatives) ? disjunction(kept) : any(List.copyOf(kept));
  }

  private static Condition conjunction(List<Condition> parts) {
    return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
  }

  private static Condition disjunction(Set<Condition> parts) {
    return parts.size() == 1 ? parts.iterator().next() : new AnyOf(List.copyOf(parts));
  }

  /** How many bits are tested. */
  static int size(Condition condition) {
    if (condition instanceof AllOf all) {
      return all.parts().stream().mapToInt(Logic::size).sum();
    }
    return condition instanceof AnyOf any ? any.parts().stream().mapToInt(Logic::size).sum() : 1;
  }
}
