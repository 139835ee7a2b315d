package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Subroutines, inlined where they are called.
 *
 * <p>The bits a subroutine returns are, in its body, the very bits that the call assigns to; its
 * other local bits become registers of the circuit.
 */
final class Subroutines {
  /** Stands for the target of a call; no program can use it as a name. */
  private static final String RETURNED = "return";

  private final Evaluator evaluator;
  private final Selector selector;
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Deque<String> active = new ArrayDeque<>();

  Subroutines(Evaluator evaluator, Selector selector) {
    this.evaluator = evaluator;
    this.selector = selector;
  }

  private record Definition(Statement.Subroutine subroutine, Scope around) {}

  /** Runs the statements of a body. */
  interface Body {
    void run(List<Statement> statements, Scope scope);
  }

  void define(Statement.Subroutine subroutine, Scope scope) {
    if (definitions.putIfAbsent(subroutine.name(), new Definition(subroutine, scope)) != null) {
      String shown = Diagnostics.shortened(subroutine.name());
      throw new Refusal(subroutine.place(), "subroutine '" + shown + "' is defined twice");
    }
  }

  boolean defines(String name) {
    return definitions.containsKey(name);
  }

  /**
   * Runs the body.
   *
   * @param target the bits that take what is returned, or null when it is not wanted
   */
  void call(Expression.Call call, Scope scope, Symbol.@Nullable Bits target, Body body) {
    Definition definition = definitions.get(call.function());
    String shown = "'" + Diagnostics.shortened(call.function()) + "'";
    if (definition == null) {
      if (evaluator.isSkipped(call.function())) {
        throw new Refusal.Consequence(call.place());
      }
      throw new Refusal(call.place(), "subroutine " + shown + " is not defined");
    }
    if (active.contains(call.function())) {
      throw new Refusal.LimitReached(call.place(), "subroutine " + shown + " calls itself");
    }
    evaluator.budget().work(16 + active.size());
    Scope inner = definition.around().body();
    bind(definition.subroutine(), call, scope, inner);
    List<Statement> statements =
        target == null
            ? withoutReturn(definition.subroutine())
            : returningInto(definition.subroutine(), call.place(), target, inner);
    active.push(call.function());
    try {
      body.run(statements, inner);
    } finally {
      active.pop();
    }
  }

  private void bind(
      Statement.Subroutine subroutine, Expression.Call call, Scope outer, Scope inner) {
    int expected = subroutine.parameters().size();
    if (call.arguments().size() != expected) {
      throw new Refusal(
          call.place(),
          "'"
              + Diagnostics.shortened(call.function())
              + "' takes "
              + expected
              + " arguments, but "
              + call.arguments().size()
              + " given");
    }
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < expected; i++) {
      Statement.Parameter parameter = subroutine.parameters().get(i);
      Expression argument = call.arguments().get(i);
      Symbol symbol = argument(parameter, argument, outer, inner);
      if (symbol instanceof Symbol.Qubits qubits && !addAll(qubits.indices(), seen)) {
        throw new Refusal(argument.place(), "the same qubit is given twice");
      }
      Declarations.declare(parameter.name(), parameter.place(), inner, () -> symbol);
    }
  }

  private boolean addAll(List<Integer> qubits, Set<Integer> seen) {
    evaluator.budget().work(4 + 2L * qubits.size());
    boolean distinct = true;
    for (Integer qubit : qubits) {
      distinct &= seen.add(qubit);
    }
    return distinct;
  }

  private Symbol argument(
      Statement.Parameter parameter, Expression argument, Scope outer, Scope inner) {
    boolean single = parameter.size() == null;
    if (parameter.kind().equals("qubit")) {
      List<Integer> indices = selector.qubits(argument, outer).indices();
      checkSize(parameter, indices.size(), argument.place(), inner);
      return new Symbol.Qubits(indices, single);
    }
    if (parameter.kind().equals("bit")) {
      List<Integer> indices = selector.bits(argument, outer).indices();
      checkSize(parameter, indices.size(), argument.place(), inner);
      return new Symbol.Bits(indices, single);
    }
    Expression.TypeName type =
        new Expression.TypeName(parameter.kind(), parameter.size(), parameter.place());
    Value value = evaluator.evaluate(argument, outer);
    return new Symbol.Known(evaluator.cast(value, type, argument.place(), inner), false, type);
  }

  private void checkSize(Statement.Parameter parameter, int given, Place place, Scope scope) {
    long size = parameter.size() == null ? 1 : evaluator.integer(parameter.size(), scope);
    if (size != given) {
      throw new Refusal(
          place, "'" + parameter.name() + "' has the size " + size + ", but " + given + " given");
    }
  }

  private static List<Statement> withoutReturn(Statement.Subroutine subroutine) {
    List<Statement> body = subroutine.body();
    int last = body.size() - 1;
    boolean returns = last >= 0 && body.get(last) instanceof Statement.Return;
    return returns ? body.subList(0, last) : body;
  }

  /** The body with the target in place of what is returned. */
  private List<Statement> returningInto(
      Statement.Subroutine subroutine, Place call, Symbol.Bits target, Scope inner) {
    Statement.TypeReturned type = subroutine.returns();
    if (type == null) {
      throw new Refusal(call, "this subroutine returns nothing");
    }
    checkReturned(type.size(), target, call, inner);
    evaluator.budget().work(2L * subroutine.body().size());
    List<Statement> body = new ArrayList<>(withoutReturn(subroutine));
    if (body.size() < subroutine.body().size()
        && subroutine.body().get(body.size()) instanceof Statement.Return last) {
      if (last.value() instanceof Expression.Measure measure) {
        inner.declare(RETURNED, target);
        Expression bits = new Expression.Name(RETURNED, last.place());
        body.add(new Statement.Measurement(measure.qubits(), bits, last.place()));
        return body;
      }
      if (last.value() instanceof Expression.Name name) {
        return replaceDeclaration(body, name, target, inner);
      }
    }
    throw new Refusal(
        subroutine.place(),
        "this subroutine must end with the return of a measurement or of bits it declares");
  }

  private List<Statement> replaceDeclaration(
      List<Statement> body, Expression.Name returned, Symbol.Bits target, Scope inner) {
    List<Statement> replaced = new ArrayList<>(body.size());
    boolean found = false;
    for (Statement statement : body) {
      if (statement instanceof Statement.BitDeclaration declaration
          && declaration.name().equals(returned.name())) {
        checkReturned(declaration.size(), target, declaration.place(), inner);
        found |= inner.declare(returned.name(), target);
        if (declaration.initial() != null) {
          replaced.add(
              new Statement.Assignment(returned, null, declaration.initial(), declaration.place()));
        }
      } else {
        replaced.add(statement);
      }
    }
    if (!found) {
      throw new Refusal(returned.place(), "only bits declared in the subroutine can be returned");
    }
    return replaced;
  }

  private void checkReturned(
      @Nullable Expression declared, Symbol.Bits target, Place place, Scope inner) {
    long size = declared == null ? 1 : evaluator.integer(declared, inner);
    if (size != target.indices().size()) {
      throw new Refusal(
          place, "the subroutine returns " + size + " bits for " + target.indices().size());
    }
  }

  /** Refuses a call after which some returned bits may not be what the body measured. */
  void checkWritten(List<Operation> body, Symbol.Bits target, Place place) {
    evaluator.budget().work(2L * body.size() + 4L * target.indices().size());
    Set<Integer> missing = new HashSet<>(target.indices());
    for (Operation operation : body) {
      if (operation instanceof Operation.Measurement measurement) {
        missing.remove(measurement.bit());
      }
    }
    if (!missing.isEmpty()) {
      throw new Refusal(place, "the subroutine does not measure all the bits it returns");
    }
  }
}
