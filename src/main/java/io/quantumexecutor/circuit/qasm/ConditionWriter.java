package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.Register;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says conditions by tests of one whole register, which is all that OpenQASM 2.0 has. */
final class ConditionWriter {
  private static final int WIDEST_ENUMERATED = 10;

  private final List<Register> registers;
  private final WrittenNames names;
  private final ProgramErrors errors;

  ConditionWriter(List<Register> registers, WrittenNames names, ProgramErrors errors) {
    this.registers = registers;
    this.names = names;
    this.errors = errors;
  }

  /** An operation that is no conditional, and when it runs. */
  record Guarded(Condition condition, Operation operation) {}

  /** The operations of both bodies, each with its own condition. */
  List<Guarded> guarded(Operation.Conditional conditional) {
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
    list.forEach(guarded -> guarded.condition().bits(tested::add));
    Set<Integer> testedRegisters = new TreeSet<>();
    tested.forEach(bit -> testedRegisters.add(registerOf(bit)));
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).operation() instanceof Operation.Measurement measurement
          && testedRegisters.contains(registerOf(measurement.bit()))
          && (i < list.size() - 1 || tests(list.get(i).condition(), Place.NONE).size() > 1)) {
        refuse(
            conditional.place(),
            "a conditional that measures into the register it tests, and then goes on");
      }
    }
  }

  /** The heads of the {@code if} statements of which exactly one holds when the condition does. */
  List<String> tests(Condition condition, Place place) {
    Set<Integer> tested = new TreeSet<>();
    condition.bits(tested::add);
    if (tested.isEmpty()) {
      return holds(condition, 0, BigInteger.ZERO) ? List.of("") : List.of();
    }
    int register = registerOf(tested.iterator().next());
    for (int bit : tested) {
      if (registerOf(bit) != register) {
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
    int offset = offset(register);
    Map<Integer, Boolean> exact = new TreeMap<>();
    if (isConjunction(condition, exact) && exact.size() == size) {
      BigInteger value = BigInteger.ZERO;
      for (Map.Entry<Integer, Boolean> bit : exact.entrySet()) {
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
    return condition instanceof Condition.AllOf all
        && all.parts().stream().allMatch(part -> isConjunction(part, bits));
  }

  private static boolean holds(Condition condition, int offset, BigInteger value) {
    return condition.holds(bit -> value.testBit(bit - offset));
  }

  private int registerOf(int bit) {
    int register = 0;
    for (int left = bit; left >= registers.get(register).size(); register++) {
      left -= registers.get(register).size();
    }
    return register;
  }

  private int offset(int register) {
    return registers.subList(0, register).stream().mapToInt(Register::size).sum();
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
