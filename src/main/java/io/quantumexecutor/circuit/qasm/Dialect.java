package io.quantumexecutor.circuit.qasm;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the versions of the language write differently inside expressions. */
enum Dialect {
  QASM_2(
      Map.of(
          "+", Operator.ADD,
          "-", Operator.SUBTRACT,
          "*", Operator.MULTIPLY,
          "/", Operator.DIVIDE_REAL,
          "^", Operator.POWER)),
  QASM_3(
      Arrays.stream(Operator.values())
          .filter(operator -> operator != Operator.DIVIDE_REAL)
          .collect(Collectors.toMap(Operator::symbol, Function.identity())));

  private final Map<String, Operator> operators;

  Dialect(Map<String, Operator> operators) {
    this.operators = Map.copyOf(operators);
  }

  @Nullable Operator operator(String symbol) {
    return operators.get(symbol);
  }
}
