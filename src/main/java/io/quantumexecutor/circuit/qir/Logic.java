package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Condition.AllOf;
import io.quantumexecutor.circuit.Condition.AnyOf;
import io.quantumexecutor.circuit.StepBudget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Joins conditions and keeps them short: the condition of a block where two branches meet again
 * must come out as the one before they parted.
 *
 * <p>Every part of a condition is paid for each time it is taken into the hand.
 */
final class Logic {
  static final Condition TRUE = new AllOf(List.of());
  static final Condition FALSE = new AnyOf(List.of());

  /** Copying, hashing and comparing one part. */
  private static final int STEPS_PER_PART = 8;

  private final StepBudget budget;
  private final int deepest;

  /**
   * @param deepest how deep parts may be nested: all that is done with a condition recurses
   */
  Logic(StepBudget budget, int deepest) {
    this.budget = budget;
    this.deepest = deepest;
  }

  StepBudget budget() {
    return budget;
  }

  Condition negated(Condition condition) {
    pay(condition, 0);
    return condition.negated();
  }

  /** The conjunction, which is the negated disjunction of the negations. */
  Condition all(List<Condition> parts) {
    return negated(any(parts.stream().map(this::negated).toList()));
  }

  Condition all(Condition one, Condition other) {
    return all(List.of(one, other));
  }

  Condition any(List<Condition> parts) {
    Set<Condition> alternatives = flattened(parts);
    while (true) {
      if (alternatives.contains(TRUE)) {
        return TRUE;
      }
      Set<Condition> common = common(alternatives);
      if (!common.isEmpty()) {
        return factored(common, alternatives);
      }
      Set<Condition> kept = reduced(alternatives);
      if (kept.equals(alternatives)) {
        return disjunction(kept);
      }
      alternatives = flattened(kept);
    }
  }

  private Set<Condition> flattened(Collection<Condition> parts) {
    Set<Condition> alternatives = new LinkedHashSet<>();
    for (Condition part : parts) {
      pay(part, 0);
      if (part instanceof AnyOf nested) {
        alternatives.addAll(nested.parts());
      } else {
        alternatives.add(part);
      }
    }
    return alternatives;
  }

  private void pay(Condition condition, int depth) {
    budget.spend(STEPS_PER_PART);
    if (depth > deepest) {
      throw budget.refusal("conditions are nested more than " + deepest + " levels deep here");
    }
    if (condition instanceof AllOf all) {
      for (Condition part : all.parts()) {
        pay(part, depth + 1);
      }
    } else if (condition instanceof AnyOf any) {
      for (Condition part : any.parts()) {
        pay(part, depth + 1);
      }
    }
  }

  /** What every alternative demands. */
  private static Set<Condition> common(Set<Condition> alternatives) {
    Set<Condition> common = new LinkedHashSet<>();
    if (alternatives.size() > 1) {
      alternatives.stream().limit(1).forEach(first -> common.addAll(demands(first)));
      for (Condition alternative : alternatives) {
        if (!common.isEmpty()) {
          common.retainAll(new LinkedHashSet<>(demands(alternative)));
        }
      }
    }
    return common;
  }

  private static List<Condition> demands(Condition condition) {
    return condition instanceof AllOf all ? all.parts() : List.of(condition);
  }

  /** (x ∧ y) ∨ (x ∧ z) = x ∧ (y ∨ z). */
  private Condition factored(Set<Condition> common, Set<Condition> alternatives) {
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

  /** x ∨ (¬x ∧ y) = x ∨ y, and x ∨ (x ∧ y) = x, each alternative once against all others. */
  private static Set<Condition> reduced(Set<Condition> alternatives) {
    Set<Condition> kept = new LinkedHashSet<>(alternatives);
    for (Condition alternative : alternatives) {
      kept.remove(alternative);
      List<Condition> demands =
          demands(alternative).stream().filter(d -> !kept.contains(d.negated())).toList();
      if (demands.isEmpty()) {
        return Set.of(TRUE);
      }
      if (demands.stream().noneMatch(kept::contains)) {
        kept.add(conjunction(demands));
      }
    }
    return kept;
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
      return sizeOf(all.parts());
    }
    return condition instanceof AnyOf any ? sizeOf(any.parts()) : 1;
  }

  private static int sizeOf(List<Condition> parts) {
    int size = 0;
    for (Condition part : parts) {
      size += size(part);
    }
    return size;
  }
}
