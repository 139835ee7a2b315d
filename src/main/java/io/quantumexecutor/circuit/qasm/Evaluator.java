package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes the expressions whose value is known while reading. */
final class Evaluator {
  private static final Map<String, Value> CONSTANTS =
      Map.of(
          "pi", new Value.Real(Math.PI),
          "π", new Value.Real(Math.PI),
          "tau", new Value.Real(2 * Math.PI),
          "τ", new Value.Real(2 * Math.PI),
          "euler", new Value.Real(Math.E),
          "ℇ", new Value.Real(Math.E));

  private final Set<String> skippedWords;
  private final Budget budget;

  /**
   * @param skippedWords names that may have been declared by statements with errors
   * @param budget pays for every part of an expression, each time it is computed
   */
  Evaluator(Set<String> skippedWords, Budget budget) {
    this.skippedWords = skippedWords;
    this.budget = budget;
  }

  Budget budget() {
    return budget;
  }

  /** A finite real number. */
  double real(Expression expression, Scope scope) {
    double value = evaluate(expression, scope).real();
    if (!Double.isFinite(value)) {
      throw new Refusal(expression.place(), "this has no finite value");
    }
    return value;
  }

  long integer(Expression expression, Scope scope) {
    Value value = evaluate(expression, scope);
    if (value instanceof Value.Int integer) {
      return integer.value();
    }
    throw new Refusal(expression.place(), "this must be an integer");
  }

  boolean bool(Expression expression, Scope scope) {
    return evaluate(expression, scope).real() != 0;
  }

  Value evaluate(Expression expression, Scope scope) {
    budget.work(1);
    if (expression instanceof Expression.RealLiteral literal) {
      return new Value.Real(literal.value());
    } else if (expression instanceof Expression.IntegerLiteral literal) {
      return new Value.Int(exact(literal.value(), literal.place()));
    } else if (expression instanceof Expression.BooleanLiteral literal) {
      return new Value.Bool(literal.value());
    } else if (expression instanceof Expression.BitString literal) {
      budget.work(literal.digits().length());
      return new Value.Int(exact(new BigInteger(literal.digits(), 2), literal.place()));
    } else if (expression instanceof Expression.Name name) {
      return named(name, scope);
    } else if (expression instanceof Expression.Unary unary) {
      return Arithmetic.unary(unary, evaluate(unary.operand(), scope));
    } else if (expression instanceof Expression.Binary binary) {
      return chained(binary, scope);
    } else if (expression instanceof Expression.Call call) {
      return called(call, scope);
    } else if (expression instanceof Expression.Cast cast) {
      return cast(evaluate(cast.operand(), scope), cast.type(), cast.place(), scope);
    } else if (expression instanceof Expression.Index index) {
      return bitOf(index, scope);
    }
    throw new Refusal(
        expression.place(), "this needs a value that is known before the circuit runs");
  }

  /** Goes along a chain such as 1+2+3+… from its first operand, however long it is. */
  private Value chained(Expression.Binary last, Scope scope) {
    Deque<Expression.Binary> chain = last.chain(operator -> true);
    Value value = evaluate(chain.getFirst().left(), scope);
    for (Expression.Binary binary : chain) {
      budget.work(1);
      value = Arithmetic.binary(binary, value, evaluate(binary.right(), scope));
    }
    return value;
  }

  /** What the name stands for, qubits and bits included. */
  Symbol resolve(Expression.Name name, Scope scope) {
    budget.work(1 + scope.depth());
    Symbol symbol = scope.find(name.name());
    if (symbol instanceof Symbol.Broken || (symbol == null && isSkipped(name.name()))) {
      throw new Refusal.Consequence(name.place());
    }
    if (symbol == null) {
      String shown = "'" + Diagnostics.shortened(name.name()) + "'";
      throw new Refusal(
          name.place(),
          name.name().startsWith("$")
              ? "physical qubits such as " + shown + " are not supported"
              : shown + " is not declared");
    }
    return symbol;
  }

  /** Whether an error may be the reason that the name is unknown. */
  boolean isSkipped(String name) {
    return skippedWords.contains(name);
  }

  private Value named(Expression.Name name, Scope scope) {
    if (scope.find(name.name()) == null) {
      Value constant = CONSTANTS.get(name.name());
      if (constant != null) {
        return constant;
      }
    }
    if (resolve(name, scope) instanceof Symbol.Known known) {
      return known.value();
    }
    throw new Refusal(
        name.place(),
        "'" + Diagnostics.shortened(name.name()) + "' has no value before the circuit runs");
  }

  private Value called(Expression.Call call, Scope scope) {
    List<Value> arguments = new ArrayList<>(call.arguments().size());
    for (Expression argument : call.arguments()) {
      arguments.add(evaluate(argument, scope));
    }
    budget.work(10);
    return Functions.apply(call, arguments);
  }

  private Value bitOf(Expression.Index index, Scope scope) {
    Value base = evaluate(index.base(), scope);
    long bit = integer(index.index(), scope);
    if (!(base instanceof Value.Int integer) || bit < 0 || bit > 63) {
      throw new Refusal(index.place(), "only the bits 0 to 63 of an integer can be picked");
    }
    return new Value.Bool((integer.value() >> bit & 1) == 1);
  }

  /** The value as a value of the type; refused when it does not fit. */
  Value cast(Value value, Expression.TypeName type, Place place, Scope scope) {
    return switch (type.name()) {
      case "bool" -> new Value.Bool(value.real() != 0);
      case "float", "angle" -> new Value.Real(value.real());
      default -> new Value.Int(fitted((long) value.real(), value, type, place, scope));
    };
  }

  private long fitted(
      long truncated, Value value, Expression.TypeName type, Place place, Scope scope) {
    long number = value instanceof Value.Int integer ? integer.value() : truncated;
    boolean signed = type.name().equals("int");
    long width = type.width() == null ? 64 : integer(type.width(), scope);
    if (width < 1 || width > 64) {
      throw new Refusal(type.place(), "the width of '" + type.name() + "' must be 1 to 64");
    }
    boolean fits = true;
    if (width < 64) {
      long low = signed ? -(1L << (width - 1)) : 0;
      long high = signed ? (1L << (width - 1)) - 1 : (1L << width) - 1;
      fits = low <= number && number <= high;
    } else if (!signed) {
      fits = number >= 0;
    }
    if (!fits) {
      throw new Refusal(place, number + " does not fit into " + type.name() + "[" + width + "]");
    }
    return number;
  }

  private static long exact(BigInteger value, Place place) {
    if (value.bitLength() > 63) {
      throw new Refusal(place, "this integer is too large: 63 bits are the limit");
    }
    return value.longValueExact();
  }
}
