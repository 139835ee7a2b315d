package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement as written. */
sealed interface Statement {
  Place place();

  record Include(String file, Place place) implements Statement {}

  record QubitDeclaration(String name, @Nullable Expression size, Place place)
      implements Statement {}

  record BitDeclaration(
      String name, @Nullable Expression size, @Nullable Expression initial, Place place)
      implements Statement {}

  /** {@code output bit[n] name}. */
  record OutputDeclaration(BitDeclaration declaration, Place place) implements Statement {}

  record InputDeclaration(Expression.TypeName type, String name, Place place)
      implements Statement {}

  /** A value known while reading; a constant cannot be assigned to. */
  record ValueDeclaration(
      boolean constant,
      Expression.TypeName type,
      String name,
      @Nullable Expression initial,
      Place place)
      implements Statement {}

  record Alias(String name, Expression value, Place place) implements Statement {}

  record GateDefinition(
      String name, List<Token> parameters, List<Token> qubits, List<Statement> body, Place place)
      implements Statement {}

  record OpaqueDeclaration(String name, Place place) implements Statement {}

  record GateCall(
      List<Modifier> modifiers,
      String name,
      List<Expression> arguments,
      List<Expression> operands,
      Place place)
      implements Statement {}

  /** What stands before an {@code @}. */
  record Modifier(String name, @Nullable Expression argument, Place place) {}

  record Measurement(Expression qubits, @Nullable Expression bits, Place place)
      implements Statement {}

  record Reset(Expression qubits, Place place) implements Statement {}

  /** With no operands: a barrier on every qubit. */
  record Barrier(List<Expression> operands, Place place) implements Statement {}

  record If(Expression condition, List<Statement> then, List<Statement> otherwise, Place place)
      implements Statement {}

  record For(
      Expression.TypeName type,
      String variable,
      Expression values,
      List<Statement> body,
      Place place)
      implements Statement {}

  record Block(List<Statement> body, Place place) implements Statement {}

  /** The operator is null for a plain {@code =}. */
  record Assignment(Expression target, @Nullable Operator operator, Expression value, Place place)
      implements Statement {}

  record Subroutine(
      String name,
      List<Parameter> parameters,
      @Nullable TypeReturned returns,
      List<Statement> body,
      Place place)
      implements Statement {}

  /** A parameter of a subroutine. */
  record Parameter(String kind, @Nullable Expression size, String name, Place place) {}

  /** The type a subroutine returns. */
  record TypeReturned(String kind, @Nullable Expression size, Place place) {}

  record Return(@Nullable Expression value, Place place) implements Statement {}
}
