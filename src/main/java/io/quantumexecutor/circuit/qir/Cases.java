package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/**
 * A whole number or truth value (1, 0) that depends on measured bits: each value it can have, with
 * the condition under which it has it.
 */
record Cases(Map<Long, Condition> conditions) {
  private static final int MAX_VALUES = 4_096;

  /** Thrown for a number that would need more cases than can be followed. */
  static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static Cases constant(long value) {
    return new Cases(Map.of(value, Logic.TRUE));
  }

  static Cases of(Condition condition) {
    return new Cases(Map.of(1L, condition, 0L, condition.negated()));
  }

  /** The condition under which the value is not 0, in the shorter of its two forms. */
  Condition holds(Logic logic) {
    List<Condition> alternatives = new ArrayList<>();
    conditions.forEach(
        (value, condition) -> {
          if (value != 0) {
            alternatives.add(condition);
          }
        });
    Condition direct = logic.any(alternatives);
    Condition indirect = logic.negated(conditions.getOrDefault(0L, Logic.FALSE));
    return Logic.size(indirect) < Logic.size(direct) ? indirect : direct;
  }

  /** The value that an operation makes of two. */
  Cases with(Cases other, LongBinaryOperator operation, Logic logic) {
    Collector collector = new Collector(logic);
    conditions.forEach(
        (left, ifLeft) ->
            other.conditions.forEach(
                (right, ifRight) ->
                    collector.add(operation.applyAsLong(left, right), logic.all(ifLeft, ifRight))));
    return collector.cases();
  }

  /** Gathers a value from alternatives. */
  static final class Collector {
    private final Map<Long, List<Condition>> gathered = new TreeMap<>();
    private final Logic logic;

    Collector(Logic logic) {
      this.logic = logic;
    }

    void add(long value, Condition condition) {
      logic.budget().spend(4);
      if (condition.equals(Logic.FALSE)) {
        return;
      }
      gathered.computeIfAbsent(value, v -> new ArrayList<>()).add(condition);
      if (gathered.size() > MAX_VALUES) {
        throw new TooManyException();
      }
    }

    void add(Cases cases, Condition condition) {
      cases.conditions.forEach((value, when) -> add(value, logic.all(condition, when)));
    }

    Cases cases() {
      Map<Long, Condition> conditions = new TreeMap<>();
      gathered.forEach((value, alternatives) -> conditions.put(value, logic.any(alternatives)));
      return new Cases(conditions);
    }
  }
}
