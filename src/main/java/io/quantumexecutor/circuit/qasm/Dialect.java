package io.quantumexecutor.circuit.qasm;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the versions of the language write differently inside expressions. */
enum Dialect {
  QASM_2,
  QASM_3;

  private static final Map<String, Operator> OF_QASM_2 =
      Map.of(
          "+", Operator.ADD,
          "-", Operator.SUBTRACT,
          "*", Operator.MULTIPLY,
          "/", Operator.DIVIDE_REAL,
          "^", Operator.POWER);
  private static final Map<String, Operator> OF_QASM_3 =
      Arrays.stream(Operator.values())
          .filter(operator -> operator != Operator.DIVIDE_REAL)
          .collect(Collectors.toUnmodifiableMap(Operator::symbol, Function.identity()));

  @Nullable Operator operator(String symbol) {
    return switch (this) {
      case QASM_2 -> OF_QASM_2.get(symbol);
      case QASM_3 -> OF_QASM_3.get(symbol);
    };
  }
}
