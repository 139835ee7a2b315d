package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives names to registers and to values known while reading. */
final class Declarations {
  private final Evaluator evaluator;
  private final Selector selector;
  private final CircuitBuilder circuit;
  private final Map<String, Double> parameters;
  private final Set<String> boundParameters = new HashSet<>();

  Declarations(
      Evaluator evaluator,
      Selector selector,
      CircuitBuilder circuit,
      Map<String, Double> parameters) {
    this.evaluator = evaluator;
    this.selector = selector;
    this.circuit = circuit;
    this.parameters = parameters;
  }

  void qubits(Statement.QubitDeclaration declaration, Scope scope) {
    Supplier<Symbol> qubits =
        () -> {
          long size = size(declaration.size(), scope);
          List<Integer> indices = circuit.addQubits(declaration.name(), size, declaration.place());
          return new Symbol.Qubits(indices, declaration.size() == null);
        };
    declare(declaration.name(), declaration.place(), scope, qubits);
  }

  void bits(Statement.BitDeclaration declaration, Scope scope) {
    Supplier<Symbol> bits =
        () -> {
          long size = size(declaration.size(), scope);
          List<Integer> indices = circuit.addBits(declaration.name(), size, declaration.place());
          if (!scope.isGlobal()) {
            circuit.lastIsLocal();
          }
          return new Symbol.Bits(indices, declaration.size() == null);
        };
    declare(declaration.name(), declaration.place(), scope, bits);
  }

  void outputBits(Statement.BitDeclaration declaration, Scope scope) {
    bits(declaration, scope);
    circuit.lastIsOutput();
  }

  void value(Statement.ValueDeclaration declaration, Scope scope) {
    Supplier<Symbol> known =
        () -> {
          Expression initial = declaration.initial();
          if (initial == null) {
            throw new Refusal(
                declaration.place(),
                "'" + Diagnostics.shortened(declaration.name()) + "' needs a value here");
          }
          Value value = evaluator.evaluate(initial, scope);
          Value fitted = evaluator.cast(value, declaration.type(), initial.place(), scope);
          return new Symbol.Known(fitted, declaration.constant(), declaration.type());
        };
    declare(declaration.name(), declaration.place(), scope, known);
  }

  void input(Statement.InputDeclaration declaration, Scope scope) {
    boundParameters.add(declaration.name());
    Supplier<Symbol> bound =
        () -> {
          Double given = parameters.get(declaration.name());
          String shown = "'" + Diagnostics.shortened(declaration.name()) + "'";
          if (given == null) {
            throw new Refusal(
                declaration.place(), "input " + shown + " has no value: give it in the parameters");
          }
          boolean integral = given == Math.rint(given) && Math.abs(given) < 0x1p53;
          if (!Double.isFinite(given) || (isInteger(declaration.type()) && !integral)) {
            throw new Refusal(
                declaration.place(),
                "the value "
                    + given
                    + " does not suit input "
                    + shown
                    + " of type "
                    + declaration.type().name());
          }
          Value value = new Value.Real(given);
          Value fitted = evaluator.cast(value, declaration.type(), declaration.place(), scope);
          return new Symbol.Known(fitted, true, declaration.type());
        };
    declare(declaration.name(), declaration.place(), scope, bound);
  }

  private static boolean isInteger(Expression.TypeName type) {
    return type.name().equals("int") || type.name().equals("uint") || type.name().equals("bit");
  }

  void alias(Statement.Alias alias, Scope scope) {
    declare(alias.name(), alias.place(), scope, () -> selector.select(alias.value(), scope));
  }

  /** The parameters that no input declaration asked for, sorted. */
  List<String> unusedParameters() {
    List<String> unused = new ArrayList<>(parameters.keySet());
    unused.removeAll(boundParameters);
    unused.removeIf(evaluator::isSkipped);
    unused.sort(null);
    return unused;
  }

  /** Takes the name at once, so that an error in the declaration is reported only here. */
  static void declare(String name, Place place, Scope scope, Supplier<Symbol> source) {
    if (!scope.declare(name, new Symbol.Broken())) {
      throw new Refusal(place, "'" + Diagnostics.shortened(name) + "' is declared twice");
    }
    scope.replace(name, source.get());
  }

  long size(@Nullable Expression size, Scope scope) {
    return size == null ? 1 : evaluator.integer(size, scope);
  }
}
