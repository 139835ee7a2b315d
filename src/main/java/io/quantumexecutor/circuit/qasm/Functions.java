package io.quantumexecutor.circuit.qasm;

import java.util.List;

/** The functions of both versions of the language. */
final class Functions {
  private Functions() {}

  static Value apply(Expression.Call call, List<Value> arguments) {
    String name = call.function();
    return switch (name) {
      case "popcount" -> new Value.Int(Long.bitCount(Math.round(only(call, arguments))));
      case "floor", "ceiling" -> rounded(name, only(call, arguments));
      case "pow", "mod" -> binary(call, arguments);
      default -> new Value.Real(ofReal(call, arguments));
    };
  }

  private static double ofReal(Expression.Call call, List<Value> arguments) {
    double x = only(call, arguments);
    return switch (call.function()) {
      case "sin" -> Math.sin(x);
      case "cos" -> Math.cos(x);
      case "tan" -> Math.tan(x);
      case "asin", "arcsin" -> Math.asin(x);
      case "acos", "arccos" -> Math.acos(x);
      case "atan", "arctan" -> Math.atan(x);
      case "exp" -> Math.exp(x);
      case "ln", "log" -> Math.log(x);
      case "sqrt" -> Math.sqrt(x);
      case "abs" -> Math.abs(x);
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
