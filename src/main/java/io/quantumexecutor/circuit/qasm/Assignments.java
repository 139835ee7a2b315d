package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Operation;
import java.math.BigInteger;
import java.util.List;

/** Gives bits the results of measurements, and variables values known while reading. */
final class Assignments {
  private final Evaluator evaluator;
  private final Selector selector;
  private final Subroutines subroutines;
  private final QubitActions actions;
  private final CircuitBuilder circuit;

  Assignments(
      Evaluator evaluator,
      Selector selector,
      Subroutines subroutines,
      QubitActions actions,
      CircuitBuilder circuit) {
    this.evaluator = evaluator;
    this.selector = selector;
    this.subroutines = subroutines;
    this.actions = actions;
    this.circuit = circuit;
  }

  /** The value that bits are declared with; 0 is what they are anyway. */
  void initialize(Statement.BitDeclaration declaration, Scope scope, Subroutines.Body body) {
    Expression initial = declaration.initial();
    if (initial != null && !isZero(initial)) {
      Expression name = new Expression.Name(declaration.name(), declaration.place());
      assign(new Statement.Assignment(name, null, initial, declaration.place()), scope, body);
    }
  }

  private static boolean isZero(Expression initial) {
    if (initial instanceof Expression.BitString string) {
      return string.digits().indexOf('1') < 0;
    }
    if (initial instanceof Expression.IntegerLiteral literal) {
      return literal.value().equals(BigInteger.ZERO);
    }
    return initial instanceof Expression.BooleanLiteral bool && !bool.value();
  }

  void assign(Statement.Assignment assignment, Scope scope, Subroutines.Body body) {
    Symbol target = selector.select(assignment.target(), scope);
    if (target instanceof Symbol.Bits bits && assignment.operator() == null) {
      assignBits(assignment, bits, scope, body);
    } else if (target instanceof Symbol.Known known
        && assignment.target() instanceof Expression.Name name) {
      assignValue(assignment, name, known, scope);
    } else {
      throw new Refusal(assignment.place(), "this cannot be assigned to");
    }
  }

  private void assignBits(
      Statement.Assignment assignment, Symbol.Bits bits, Scope scope, Subroutines.Body body) {
    if (assignment.value() instanceof Expression.Measure measure) {
      actions.measure(selector.qubits(measure.qubits(), scope), bits, measure.place());
    } else if (assignment.value() instanceof Expression.Call call
        && subroutines.defines(call.function())) {
      List<Operation> inlined = circuit.collect(() -> subroutines.call(call, scope, bits, body));
      subroutines.checkWritten(inlined, bits, call.place());
      inlined.forEach(circuit::add);
    } else {
      throw new Refusal(
          assignment.value().place(),
          "bits can only be given the result of a measurement or of a subroutine");
    }
  }

  private void assignValue(
      Statement.Assignment assignment, Expression.Name name, Symbol.Known known, Scope scope) {
    if (known.constant()) {
      String shown = Diagnostics.shortened(name.name());
      throw new Refusal(assignment.place(), "'" + shown + "' is a constant");
    }
    if (circuit.isConditional()) {
      throw new Refusal(
          assignment.place(), "a value that depends on a measurement is not supported");
    }
    Operator operator = assignment.operator();
    Expression value =
        operator == null
            ? assignment.value()
            : new Expression.Binary(operator, name, assignment.value(), assignment.place());
    Value cast =
        evaluator.cast(evaluator.evaluate(value, scope), known.type(), assignment.place(), scope);
    scope.replace(name.name(), new Symbol.Known(cast, false, known.type()));
  }
}
