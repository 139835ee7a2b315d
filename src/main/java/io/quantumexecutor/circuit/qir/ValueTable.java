package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.qir.QirProgram.Binary;
import io.quantumexecutor.circuit.qir.QirProgram.Incoming;
import io.quantumexecutor.circuit.qir.QirProgram.Operand;
import io.quantumexecutor.circuit.qir.QirProgram.Phi;
import io.quantumexecutor.circuit.qir.QirProgram.Select;
import io.quantumexecutor.circuit.qir.QirProgram.Variable;
import io.quantumexecutor.circuit.qir.QirProgram.Whole;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** What the variables of a program stand for, by the bits they depend on. */
final class ValueTable {
  private final Map<Integer, List<Integer>> bitsOfResult;
  private final Logic logic;
  private final Map<String, Cases> values = new HashMap<>();
  private final Set<Integer> measured = new HashSet<>();
  private final Set<Integer> read = new HashSet<>();

  ValueTable(Map<Integer, List<Integer>> bitsOfResult, Logic logic) {
    this.bitsOfResult = bitsOfResult;
    this.logic = logic;
  }

  /** The bits to write when a result is measured. */
  List<Integer> measure(int result, Place place) {
    measured.add(result);
    if (read.contains(result)) {
      throw refused(
          place, "result " + result + " is measured again after it was read; use another result");
    }
    return bitsOfResult.getOrDefault(result, List.of());
  }

  void requireMeasured(int result, Place place) {
    if (!measured.contains(result)) {
      throw refused(place, "result " + result + " has not been measured");
    }
  }

  void read(String variable, int result, Place place) {
    requireMeasured(result, place);
    read.add(result);
    int bit = bitsOfResult.getOrDefault(result, List.of()).get(0);
    values.put(variable, Cases.of(new Condition.BitIs(bit, true)));
  }

  void compute(Binary binary) {
    LongBinaryOperator operation = operation(binary.operation());
    if (operation == null) {
      throw refused(
          binary.place(),
          "\"" + ProgramError.shortened(binary.operation()) + "\" is not supported");
    }
    Cases left = value(binary.left(), binary.place());
    Cases right = value(binary.right(), binary.place());
    values.put(binary.variable(), left.with(right, operation, logic));
  }

  private static @Nullable LongBinaryOperator operation(String name) {
    return switch (name) {
      case "add" -> (a, b) -> a + b;
      case "sub" -> (a, b) -> a - b;
      case "mul" -> (a, b) -> a * b;
      case "and" -> (a, b) -> a & b;
      case "or" -> (a, b) -> a | b;
      case "xor" -> (a, b) -> a ^ b;
      case "shl" -> (a, b) -> a << b;
      case "icmp eq" -> (a, b) -> a == b ? 1 : 0;
      case "icmp ne" -> (a, b) -> a != b ? 1 : 0;
      case "icmp slt" -> (a, b) -> a < b ? 1 : 0;
      case "icmp sle" -> (a, b) -> a <= b ? 1 : 0;
      case "icmp sgt" -> (a, b) -> a > b ? 1 : 0;
      case "icmp sge" -> (a, b) -> a >= b ? 1 : 0;
      case "icmp ult" -> (a, b) -> Long.compareUnsigned(a, b) < 0 ? 1 : 0;
      case "icmp ule" -> (a, b) -> Long.compareUnsigned(a, b) <= 0 ? 1 : 0;
      case "icmp ugt" -> (a, b) -> Long.compareUnsigned(a, b) > 0 ? 1 : 0;
      case "icmp uge" -> (a, b) -> Long.compareUnsigned(a, b) >= 0 ? 1 : 0;
      default -> null;
    };
  }

  void choose(Select select) {
    Condition condition = condition(select.condition(), select.place());
    Cases.Collector collector = new Cases.Collector(logic);
    collector.add(value(select.yes(), select.place()), condition);
    collector.add(value(select.no(), select.place()), logic.negated(condition));
    values.put(select.variable(), collector.cases());
  }

  /**
   * Joins values where branches meet.
   *
   * @param edges for each block that leads here the condition under which it does
   */
  void join(Phi phi, Map<String, Condition> edges) {
    Cases.Collector collector = new Cases.Collector(logic);
    for (Incoming incoming : phi.incoming()) {
      Condition edge = edges.get(incoming.block());
      if (edge != null) {
        collector.add(value(incoming.value(), phi.place()), edge);
      }
    }
    values.put(phi.variable(), collector.cases());
  }

  Condition condition(Operand operand, Place place) {
    return value(operand, place).holds(logic);
  }

  private Cases value(Operand operand, Place place) {
    if (operand instanceof Whole whole) {
      return Cases.constant(whole.value());
    }
    Cases cases = operand instanceof Variable variable ? values.get(variable.name()) : null;
    if (cases == null) {
      String what =
          operand instanceof Variable variable
              ? "%" + ProgramError.shortened(variable.name())
              : "an operand";
      throw refused(
          place, what + " must be a number that follows from constants and measurement results");
    }
    return cases;
  }

  private static ProgramException refused(Place place, String message) {
    return new ProgramException(ProgramError.at(place, message));
  }
}
