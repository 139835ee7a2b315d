package io.quantumexecutor.circuit.qasm;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The functions of both versions of the language. */
final class Functions {
  private Functions() {}

  static Value apply(Expression.Call call, List<Value> arguments) {
    String name = call.function();
    return switch (name) {
      case "popcount" -> new Value.Int(Long.bitCount(Math.round(only(call, arguments))));
      case "floor", "ceiling" -> rounded(name, only(call, arguments));
      case "pow", "mod" -> binary(call, arguments);
      default -> new Value.Real(ofReal(call).applyAsDouble(only(call, arguments)));
    };
  }

  private static DoubleUnaryOperator ofReal(Expression.Call call) {
    return switch (call.function()) {
      case "sin" -> Math::sin;
      case "cos" -> Math::cos;
      case "tan" -> Math::tan;
      case "asin", "arcsin" -> Math::asin;
      case "acos", "arccos" -> Math::acos;
      case "atan", "arctan" -> Math::atan;
      case "exp" -> Math::exp;
      case "ln", "log" -> Math::log;
      case "sqrt" -> Math::sqrt;
      case "abs" -> Math::abs;
      default ->
          throw new Refusal(
              call.place(),
              "there is no function '" + Diagnostics.shortened(call.function()) + "'");
    };
  }

  private static Value rounded(String name, double x) {
    return new Value.Int((long) (name.equals("floor") ? Math.floor(x) : Math.ceil(x)));
  }

  private static Value binary(Expression.Call call, List<Value> arguments) {
    if (arguments.size() != 2) {
      throw new Refusal(call.place(), "'" + call.function() + "' takes two values");
    }
    Operator operator = call.function().equals("pow") ? Operator.POWER : Operator.MODULO;
    Expression left = call.arguments().get(0);
    Expression right = call.arguments().get(1);
    return Arithmetic.binary(
        new Expression.Binary(operator, left, right, call.place()),
        arguments.get(0),
        arguments.get(1));
  }

  private static double only(Expression.Call call, List<Value> arguments) {
    if (arguments.size() != 1) {
      throw new Refusal(
          call.place(), "'" + Diagnostics.shortened(call.function()) + "' takes one value");
    }
    return arguments.get(0).real();
  }
}
