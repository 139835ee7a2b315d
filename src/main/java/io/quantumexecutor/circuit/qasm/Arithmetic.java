package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;

/** The operators on known values. */
final class Arithmetic {
  private Arithmetic() {}

  static Value unary(Expression.Unary unary, Value operand) {
    return switch (unary.operator()) {
      case "-" ->
          operand instanceof Value.Int integer
              ? new Value.Int(negated(integer.value(), unary.place()))
              : new Value.Real(-operand.real());
      case "!" -> new Value.Bool(operand.real() == 0);
      case "~" -> new Value.Int(~integer(operand, unary.place()));
      default -> operand;
    };
  }

  static Value binary(Expression.Binary binary, Value left, Value right) {
    Operator operator = binary.operator();
    Place place = binary.place();
    if (operator.compares()) {
      return new Value.Bool(compare(operator, left, right));
    }
    return switch (operator) {
      case OR -> new Value.Bool(left.real() != 0 || right.real() != 0);
      case AND -> new Value.Bool(left.real() != 0 && right.real() != 0);
      case BIT_OR, BIT_XOR, BIT_AND, SHIFT_LEFT, SHIFT_RIGHT ->
          new Value.Int(bitwise(operator, integer(left, place), integer(right, place), place));
      default ->
          left instanceof Value.Int a && right instanceof Value.Int b
              ? integers(operator, a.value(), b.value(), place)
              : new Value.Real(reals(operator, left.real(), right.real(), place));
    };
  }

  private static boolean compare(Operator operator, Value left, Value right) {
    int order =
        left instanceof Value.Int a && right instanceof Value.Int b
            ? Long.compare(a.value(), b.value())
            : Double.compare(left.real() + 0.0, right.real() + 0.0);
    return holds(operator, order);
  }

  /** Whether a comparison holds of two values, given which is larger. */
  static boolean holds(Operator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUAL -> order >= 0;
      default -> throw new IllegalArgumentException(operator + " compares nothing");
    };
  }

  private static long bitwise(Operator operator, long a, long b, Place place) {
    return switch (operator) {
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      case BIT_AND -> a & b;
      case SHIFT_LEFT -> exact((double) a * Math.pow(2, (double) shift(b, place)), a << b, place);
      default -> a >> shift(b, place);
    };
  }

  private static long shift(long by, Place place) {
    if (by < 0 || by > 62) {
      throw new Refusal(place, "integers can be shifted by 0 to 62 bits");
    }
    return by;
  }

  private static Value integers(Operator operator, long a, long b, Place place) {
    try {
      return switch (operator) {
        case ADD -> new Value.Int(Math.addExact(a, b));
        case SUBTRACT -> new Value.Int(Math.subtractExact(a, b));
        case MULTIPLY -> new Value.Int(Math.multiplyExact(a, b));
        case DIVIDE -> new Value.Int(divided(a, b, place));
        case MODULO -> new Value.Int(a % nonZero(b, place));
        case POWER -> power(a, b, place);
        default -> new Value.Real(reals(operator, (double) a, (double) b, place));
      };
    } catch (ArithmeticException e) {
      throw new Refusal(place, "this integer is too large: 63 bits are the limit");
    }
  }

  private static long divided(long a, long b, Place place) {
    if (a % nonZero(b, place) != 0) {
      throw new Refusal(
          place,
          a + "/" + b + " divides integers and would lose its fraction: write " + a + ".0/" + b);
    }
    return a / b;
  }

  private static long nonZero(long divisor, Place place) {
    if (divisor == 0) {
      throw new Refusal(place, "division by zero");
    }
    return divisor;
  }

  private static Value power(long base, long exponent, Place place) {
    double value = Math.pow((double) base, (double) exponent);
    if (exponent < 0) {
      return new Value.Real(value);
    }
    long result = 1;
    // Bases 0, 1 and -1 never overflow: their large exponents must not run a long loop.
    boolean trivial = base >= -1 && base <= 1;
    for (long i = 0; i < exponent && !trivial; i++) {
      result = Math.multiplyExact(result, base);
    }
    return new Value.Int(trivial ? exact(value, Math.round(value), place) : result);
  }

  private static double reals(Operator operator, double a, double b, Place place) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE, DIVIDE_REAL -> a / nonZero(b, place);
      case MODULO -> a % nonZero(b, place);
      case POWER -> Math.pow(a, b);
      default -> throw new Refusal(place, "'" + operator.symbol() + "' takes integers only");
    };
  }

  private static double nonZero(double divisor, Place place) {
    if (divisor == 0) {
      throw new Refusal(place, "division by zero");
    }
    return divisor;
  }

  private static long integer(Value value, Place place) {
    if (value instanceof Value.Int integer) {
      return integer.value();
    }
    if (value instanceof Value.Bool bool) {
      return bool.value() ? 1 : 0;
    }
    throw new Refusal(place, "this operator takes integers only");
  }

  private static long negated(long value, Place place) {
    return exact(-(double) value, -value, place);
  }

  private static long exact(double approximate, long value, Place place) {
    if (Math.abs(approximate) >= 0x1p63) {
      throw new Refusal(place, "this integer is too large: 63 bits are the limit");
    }
    return value;
  }
}
