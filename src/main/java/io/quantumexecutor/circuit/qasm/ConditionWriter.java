package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.StepBudget;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says conditions by tests of one whole register, which is all that OpenQASM 2.0 has. */
final class ConditionWriter {
  private static final int WIDEST_ENUMERATED = 10;
  private static final Condition NONE = new Condition.AllOf(List.of());

  private final List<Register> registers;
  private final WrittenNames names;
  private final ProgramErrors errors;
  private final StepBudget budget;
  private final List<Integer> registerOfBit = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();

  // The operations of one body follow each other with the same condition.
  private Condition lastCondition = NONE;
  private List<String> lastTests = List.of();

  /**
   * @param budget pays for each bit that is looked at, in each of the values it is tried with
   */
  ConditionWriter(
      List<Register> registers, WrittenNames names, ProgramErrors errors, StepBudget budget) {
    this.registers = registers;
    this.names = names;
    this.errors = errors;
    this.budget = budget;
    for (int i = 0; i < registers.size(); i++) {
      offsets.add(registerOfBit.size());
      registerOfBit.addAll(Collections.nCopies(registers.get(i).size(), i));
    }
  }

  /** An operation that is no conditional, and when it runs. */
  record Guarded(Condition condition, Operation operation) {}

  /** The operations of both bodies, each with its own condition. */
  List<Guarded> guarded(Operation.Conditional conditional) {
    budget.at(conditional.place());
    List<Guarded> list = new ArrayList<>();
    flatten(conditional, new Condition.AllOf(List.of()), list);
    refuseLateTests(conditional, list);
    return list;
  }

  private void flatten(Operation.Conditional conditional, Condition outer, List<Guarded> list) {
    flatten(conditional.then(), and(outer, conditional.condition()), list);
    flatten(conditional.otherwise(), and(outer, conditional.condition().negated()), list);
  }

  private void flatten(List<Operation> body, Condition condition, List<Guarded> list) {
    for (Operation operation : body) {
      if (operation instanceof Operation.Conditional inner) {
        flatten(inner, condition, list);
      } else {
        list.add(new Guarded(condition, operation));
      }
    }
  }

  private static Condition and(Condition outer, Condition inner) {
    boolean first = outer instanceof Condition.AllOf all && all.parts().isEmpty();
    return first ? inner : new Condition.AllOf(List.of(outer, inner));
  }

  /** A measurement into a tested register would change the tests that are written after it. */
  private void refuseLateTests(Operation.Conditional conditional, List<Guarded> list) {
    Set<Integer> tested = new TreeSet<>();
    Condition last = NONE;
    for (Guarded guarded : list) {
      if (guarded.condition() != last) {
        tested.addAll(tested(guarded.condition()));
      }
      last = guarded.condition();
    }
    Set<Integer> testedRegisters = new TreeSet<>();
    tested.forEach(bit -> testedRegisters.add(registerOfBit.get(bit)));
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).operation() instanceof Operation.Measurement measurement
          && testedRegisters.contains(registerOfBit.get(measurement.bit()))
          && (i < list.size() - 1 || tests(list.get(i).condition(), Place.NONE).size() > 1)) {
        refuse(
            conditional.place(),
            "a conditional that measures into the register it tests, and then goes on");
      }
    }
  }

  /** The heads of the {@code if} statements of which exactly one holds when the condition does. */
  @SuppressWarnings("ReferenceEquality") // one object for the operations of one body
  List<String> tests(Condition condition, Place place) {
    if (condition != lastCondition) {
      budget.at(place);
      lastTests = newTests(condition, place);
      lastCondition = condition;
    }
    return lastTests;
  }

  private Set<Integer> tested(Condition condition) {
    Set<Integer> tested = new TreeSet<>();
    condition.bits(
        bit -> {
          budget.spend(2);
          tested.add(bit);
        });
    return tested;
  }

  private List<String> newTests(Condition condition, Place place) {
    Set<Integer> tested = tested(condition);
    if (tested.isEmpty()) {
      return holds(condition, 0, BigInteger.ZERO) ? List.of("") : List.of();
    }
    int register = registerOfBit.get(tested.iterator().next());
    for (int bit : tested) {
      if (registerOfBit.get(bit) != register) {
        refuse(place, "a condition on two registers");
        return List.of();
      }
    }
    return values(condition, register, place).stream()
        .map(value -> "if(" + names.bitRegister(register) + "==" + value + ") ")
        .toList();
  }

  private List<BigInteger> values(Condition condition, int register, Place place) {
    int size = registers.get(register).size();
    int offset = offsets.get(register);
    Map<Integer, Boolean> exact = new TreeMap<>();
    if (isConjunction(condition, exact) && exact.size() == size) {
      BigInteger value = BigInteger.ZERO;
      for (Map.Entry<Integer, Boolean> bit : exact.entrySet()) {
        budget.spend(2 + size / 32);
        value = bit.getValue() ? value.setBit(bit.getKey() - offset) : value;
      }
      return holds(condition, offset, value) ? List.of(value) : List.of();
    }
    if (size > WIDEST_ENUMERATED) {
      refuse(
          place,
          "a condition on some bits of a register with more than " + WIDEST_ENUMERATED + " bits");
      return List.of();
    }
    List<BigInteger> values = new ArrayList<>();
    for (int value = 0; value < 1 << size; value++) {
      if (holds(condition, offset, BigInteger.valueOf(value))) {
        values.add(BigInteger.valueOf(value));
      }
    }
    return values;
  }

  private static boolean isConjunction(Condition condition, Map<Integer, Boolean> bits) {
    if (condition instanceof Condition.BitIs is) {
      bits.put(is.bit(), is.value());
      return true;
    }
    if (!(condition instanceof Condition.AllOf all)) {
      return false;
    }
    for (Condition part : all.parts()) {
      if (!isConjunction(part, bits)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(Condition condition, int offset, BigInteger value) {
    budget.spend(1);
    return condition.holds(
        bit -> {
          budget.spend(1);
          return value.testBit(bit - offset);
        });
  }

  private void refuse(Place place, String what) {
    errors.add(
        ProgramError.at(
            place,
            "OpenQASM 2.0 cannot express "
                + what
                + ": it only compares one whole register with a number; choose a target that takes"
                + " adaptive QIR, or rewrite the condition"));
  }
}
