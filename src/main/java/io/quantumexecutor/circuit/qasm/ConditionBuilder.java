package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns tests of measured bits into conditions of the circuit model.
 *
 * <p>A register is read as an unsigned number with bit 0 as its least significant one. A cast to
 * {@code int[n]} keeps the bits: an equality with a number holds when the lowest n bits agree.
 */
final class ConditionBuilder {
  static final Condition ALWAYS = new Condition.AllOf(List.of());
  static final Condition NEVER = new Condition.AnyOf(List.of());
  private static final int WIDEST_ORDER = 64;

  private final Evaluator evaluator;
  private final Selector selector;
  private final Budget budget;

  ConditionBuilder(Evaluator evaluator, Selector selector) {
    this.evaluator = evaluator;
    this.selector = selector;
    budget = evaluator.budget();
  }

  /** The condition; {@link #ALWAYS} or {@link #NEVER} when it is known while reading. */
  Condition build(Expression expression, Scope scope) {
    budget.work(2);
    if (expression instanceof Expression.Unary unary && unary.operator().equals("!")) {
      return simplified(build(unary.operand(), scope).negated());
    }
    if (expression instanceof Expression.Binary binary) {
      Operator operator = binary.operator();
      if (joins(operator)) {
        return chained(binary, scope);
      }
      if (operator.compares()) {
        return comparison(binary, scope);
      }
    }
    Symbol.Bits bits = bitsOf(expression, scope);
    if (bits != null) {
      return compared(bits, Operator.NOT_EQUAL, BigInteger.ZERO, expression.place());
    }
    return evaluator.bool(expression, scope) ? ALWAYS : NEVER;
  }

  private static Condition simplified(Condition condition) {
    if (condition instanceof Condition.AllOf all && all.parts().size() == 1) {
      return all.parts().get(0);
    }
    return condition;
  }

  /** Goes along a chain of {@code &&} and {@code ||}, however long it is. */
  private Condition chained(Expression.Binary last, Scope scope) {
    Deque<Expression.Binary> chain = last.chain(ConditionBuilder::joins);
    Condition condition = build(chain.getFirst().left(), scope);
    for (Expression.Binary binary : chain) {
      condition = joined(binary.operator(), condition, build(binary.right(), scope));
    }
    return condition;
  }

  private static boolean joins(Operator operator) {
    return operator == Operator.AND || operator == Operator.OR;
  }

  private Condition joined(Operator operator, Condition left, Condition right) {
    boolean and = operator == Operator.AND;
    Condition neutral = and ? ALWAYS : NEVER;
    Condition deciding = and ? NEVER : ALWAYS;
    if (left.equals(deciding) || right.equals(deciding)) {
      return deciding;
    }
    if (left.equals(neutral)) {
      return right;
    }
    if (right.equals(neutral)) {
      return left;
    }
    return together(and, left, right);
  }

  /** One list of parts instead of pairs of pairs: conditions are walked through by recursion. */
  private Condition together(boolean and, Condition left, Condition right) {
    List<Condition> parts = new ArrayList<>();
    if (and && left instanceof Condition.AllOf all && !all.parts().isEmpty()) {
      parts.addAll(all.parts());
    } else if (!and && left instanceof Condition.AnyOf any && !any.parts().isEmpty()) {
      parts.addAll(any.parts());
    } else {
      parts.add(left);
    }
    parts.add(right);
    budget.work(2L * parts.size());
    return and ? new Condition.AllOf(parts) : new Condition.AnyOf(parts);
  }

  private Condition comparison(Expression.Binary binary, Scope scope) {
    Symbol.Bits left = bitsOf(binary.left(), scope);
    Symbol.Bits right = bitsOf(binary.right(), scope);
    if (left == null && right == null) {
      return evaluator.bool(binary, scope) ? ALWAYS : NEVER;
    }
    if (left != null && right != null) {
      throw new Refusal(
          binary.place(), "two measured values cannot be compared: one must be a constant");
    }
    Expression bitSide = left != null ? binary.left() : binary.right();
    Expression numberSide = left != null ? binary.right() : binary.left();
    Symbol.Bits bits = left != null ? left : Objects.requireNonNull(right);
    Operator operator = left != null ? binary.operator() : binary.operator().mirrored();
    BigInteger number = number(numberSide, scope);
    boolean signed = bitSide instanceof Expression.Cast cast && cast.type().name().equals("int");
    if (number.signum() < 0 && signed && operator.rank() == Operator.EQUAL.rank()) {
      number = number.add(BigInteger.ONE.shiftLeft(bits.indices().size()));
    }
    return compared(bits, operator, number, binary.place());
  }

  private BigInteger number(Expression expression, Scope scope) {
    if (expression instanceof Expression.IntegerLiteral literal) {
      return literal.value();
    }
    if (expression instanceof Expression.BitString literal) {
      budget.work(literal.digits().length());
      return new BigInteger(literal.digits(), 2);
    }
    Value value = evaluator.evaluate(expression, scope);
    if (value instanceof Value.Real) {
      throw new Refusal(expression.place(), "bits can only be compared with integers");
    }
    return BigInteger.valueOf((long) value.real());
  }

  /** The bits an expression reads, or null when it is no bits. */
  private Symbol.@Nullable Bits bitsOf(Expression expression, Scope scope) {
    if (expression instanceof Expression.Cast cast) {
      Symbol.Bits bits = bitsOf(cast.operand(), scope);
      if (bits != null) {
        checkCast(cast, bits, scope);
      }
      return bits;
    }
    boolean named = expression instanceof Expression.Name || expression instanceof Expression.Index;
    if (!named || !(root(expression, scope) instanceof Symbol.Bits)) {
      return null;
    }
    return selector.bits(expression, scope);
  }

  private @Nullable Symbol root(Expression expression, Scope scope) {
    if (expression instanceof Expression.Index index) {
      return root(index.base(), scope);
    }
    return expression instanceof Expression.Name name ? scope.find(name.name()) : null;
  }

  private void checkCast(Expression.Cast cast, Symbol.Bits bits, Scope scope) {
    String type = cast.type().name();
    boolean whole = type.equals("int") || type.equals("uint") || type.equals("bit");
    int size = bits.indices().size();
    if (type.equals("bool") ? size > 1 : !whole) {
      throw new Refusal(cast.place(), "these bits cannot be read as " + type);
    }
    Expression width = cast.type().width();
    if (width != null && evaluator.integer(width, scope) < size) {
      throw new Refusal(cast.place(), "this type is too narrow for " + size + " bits");
    }
  }

  private Condition compared(Symbol.Bits bits, Operator operator, BigInteger number, Place place) {
    int size = bits.indices().size();
    budget.work(2L * size);
    budget.spend(1 + size / 4, place);
    boolean below = number.signum() < 0;
    if (below || number.bitLength() > size) {
      return Arithmetic.holds(operator, below ? 1 : -1) ? ALWAYS : NEVER;
    }
    return switch (operator) {
      case EQUAL -> equal(bits.indices(), number);
      case NOT_EQUAL -> simplified(equal(bits.indices(), number).negated());
      case LESS -> less(bits.indices(), number, place);
      case GREATER_EQUAL -> simplified(less(bits.indices(), number, place).negated());
      case LESS_EQUAL -> less(bits.indices(), number.add(BigInteger.ONE), place);
      default -> simplified(less(bits.indices(), number.add(BigInteger.ONE), place).negated());
    };
  }

  private static Condition equal(List<Integer> bits, BigInteger number) {
    List<Condition> parts = new ArrayList<>(bits.size());
    for (int i = 0; i < bits.size(); i++) {
      parts.add(new Condition.BitIs(bits.get(i), number.testBit(i)));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
  }

  /** Smaller means: equal above some bit that is 1 in the number and 0 in the register. */
  private Condition less(List<Integer> bits, BigInteger number, Place place) {
    int size = bits.size();
    if (size > WIDEST_ORDER) {
      throw new Refusal(place, "only up to " + WIDEST_ORDER + " bits can be compared by size");
    }
    if (number.bitLength() > size) {
      return ALWAYS;
    }
    budget.spend((long) size * size / 8, place);
    List<Condition> cases = new ArrayList<>();
    for (int i = size - 1; i >= 0; i--) {
      if (number.testBit(i)) {
        List<Condition> parts = new ArrayList<>();
        for (int above = size - 1; above > i; above--) {
          parts.add(new Condition.BitIs(bits.get(above), number.testBit(above)));
        }
        parts.add(new Condition.BitIs(bits.get(i), false));
        cases.add(simplified(new Condition.AllOf(parts)));
      }
    }
    return cases.size() == 1 ? cases.get(0) : new Condition.AnyOf(cases);
  }
}
