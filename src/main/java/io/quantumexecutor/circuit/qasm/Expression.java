package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that has a value or names qubits or bits. */
sealed interface Expression {
  Place place();

  record IntegerLiteral(BigInteger value, Place place) implements Expression {}

  record RealLiteral(double value, Place place) implements Expression {}

  record BooleanLiteral(boolean value, Place place) implements Expression {}

  /** The digits 0 and 1 between quotes, the last one for bit 0. */
  record BitString(String digits, Place place) implements Expression {}

  record Name(String name, Place place) implements Expression {}

  record Unary(String operator, Expression operand, Place place) implements Expression {}

  record Binary(Operator operator, Expression left, Expression right, Place place)
      implements Expression {
    /** This and those that are its left side, and the left side of that, the innermost first. */
    Deque<Binary> chain(Predicate<Operator> belongs) {
      Deque<Binary> chain = new ArrayDeque<>();
      chain.push(this);
      while (chain.getFirst().left instanceof Binary inner && belongs.test(inner.operator)) {
        chain.push(inner);
      }
      return chain;
    }
  }

  /** A function of the language or a subroutine of the program. */
  record Call(String function, List<Expression> arguments, Place place) implements Expression {}

  record Cast(TypeName type, Expression operand, Place place) implements Expression {}

  record Index(Expression base, Expression index, Place place) implements Expression {}

  /** {@code start:step:stop}, both ends included. */
  record Range(
      @Nullable Expression start, @Nullable Expression step, @Nullable Expression stop, Place place)
      implements Expression {}

  record SetLiteral(List<Expression> members, Place place) implements Expression {}

  record Concatenation(List<Expression> parts, Place place) implements Expression {}

  record Measure(Expression qubits, Place place) implements Expression {}

  /** A classical type as written, such as {@code uint[4]}. */
  record TypeName(String name, @Nullable Expression width, Place place) {}
}
