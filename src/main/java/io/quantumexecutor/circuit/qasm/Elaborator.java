package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs through the statements of a program and writes down the circuit they describe. */
final class Elaborator {
  private final CircuitLimits limits;
  private final Diagnostics diagnostics;
  private final Evaluator evaluator;
  private final Selector selector;
  private final Budget budget;
  private final CircuitBuilder circuit;
  private final GateTable gates;
  private final GateCompiler compiler;
  private final GateCaller caller;
  private final ConditionBuilder conditions;

  Elaborator(Program program, CircuitLimits limits, Diagnostics diagnostics) {
    this.limits = limits;
    this.diagnostics = diagnostics;
    evaluator = new Evaluator(program.skippedWords());
    selector = new Selector(evaluator);
    budget = new Budget(limits.operations());
    circuit = new CircuitBuilder(limits);
    gates = new GateTable(evaluator);
    compiler = new GateCompiler(evaluator, gates::find, diagnostics);
    caller = new GateCaller(selector, compiler, new GateExpander(evaluator, budget), circuit);
    conditions = new ConditionBuilder(evaluator, selector, budget);
  }

  /** The circuit as far as it can be understood; errors are in the diagnostics. */
  Circuit elaborate(List<Statement> statements) {
    try {
      run(statements, Scope.global());
    } catch (Refusal.LimitReached e) {
      diagnostics.report(e);
    }
    return circuit.build();
  }

  private void run(List<Statement> statements, Scope scope) {
    for (Statement statement : statements) {
      if (diagnostics.full()) {
        return;
      }
      try {
        run(statement, scope);
      } catch (Refusal.LimitReached e) {
        throw e;
      } catch (Refusal e) {
        diagnostics.report(e);
      }
    }
  }

  private void run(Statement statement, Scope scope) {
    if (statement instanceof Statement.GateCall call) {
      caller.call(call, scope);
    } else if (statement instanceof Statement.Measurement measurement) {
      measure(measurement, scope);
    } else if (statement instanceof Statement.GateDefinition definition) {
      define(definition, scope);
    } else if (statement instanceof Statement.QubitDeclaration declaration) {
      declareQubits(declaration, scope);
    } else if (statement instanceof Statement.BitDeclaration declaration) {
      declareBits(declaration, scope);
    } else if (statement instanceof Statement.If condition) {
      runIf(condition, scope);
    } else if (statement instanceof Statement.Reset reset) {
      reset(reset, scope);
    } else if (statement instanceof Statement.Barrier barrier) {
      barrier(barrier, scope);
    } else if (statement instanceof Statement.Include include) {
      include(include);
    } else if (statement instanceof Statement.OpaqueDeclaration opaque) {
      opaque(opaque);
    }
  }

  private void include(Statement.Include include) {
    if (!GateLibrary.FILES.contains(include.file())) {
      throw new Refusal(
          include.place(),
          "only qelib1.inc and stdgates.inc can be included: write the definitions of \""
              + Diagnostics.shortened(include.file())
              + "\" into the program");
    }
    gates.includeLibrary();
  }

  private void define(Statement.GateDefinition definition, Scope scope) {
    checkFree(definition.name(), definition.place());
    gates.define(definition.name(), compiler.compile(definition, scope, limits.nesting()));
  }

  private void opaque(Statement.OpaqueDeclaration opaque) {
    checkFree(opaque.name(), opaque.place());
    String reason = "'" + opaque.name() + "' is opaque: a gate without a definition cannot be used";
    gates.define(opaque.name(), new GateRule.Unusable(opaque.name(), reason));
  }

  private void checkFree(String name, Place place) {
    if (gates.defines(name)) {
      throw new Refusal(place, "gate '" + Diagnostics.shortened(name) + "' is defined twice");
    }
  }

  private void declareQubits(Statement.QubitDeclaration declaration, Scope scope) {
    declare(
        declaration.name(),
        declaration.place(),
        scope,
        () -> {
          long size = size(declaration.size(), scope);
          List<Integer> indices = circuit.addQubits(declaration.name(), size, declaration.place());
          return new Symbol.Qubits(indices, declaration.size() == null);
        });
  }

  private void declareBits(Statement.BitDeclaration declaration, Scope scope) {
    declare(
        declaration.name(),
        declaration.place(),
        scope,
        () -> {
          long size = size(declaration.size(), scope);
          List<Integer> indices = circuit.addBits(declaration.name(), size, declaration.place());
          return new Symbol.Bits(indices, declaration.size() == null);
        });
  }

  private interface SymbolSource {
    Symbol symbol();
  }

  private void declare(String name, Place place, Scope scope, SymbolSource source) {
    if (!scope.declare(name, new Symbol.Broken())) {
      throw new Refusal(place, "'" + Diagnostics.shortened(name) + "' is declared twice");
    }
    scope.replace(name, source.symbol());
  }

  private long size(@Nullable Expression size, Scope scope) {
    return size == null ? 1 : evaluator.integer(size, scope);
  }

  private void measure(Statement.Measurement measurement, Scope scope) {
    Expression target = measurement.bits();
    if (target == null) {
      throw new Refusal(measurement.place(), "the result of this measurement goes nowhere");
    }
    Symbol.Qubits qubits = diagnostics.attempt(() -> selector.qubits(measurement.qubits(), scope));
    Symbol.Bits bits = diagnostics.attempt(() -> selector.bits(target, scope));
    if (qubits != null && bits != null) {
      measure(qubits, bits, measurement.place());
    }
  }

  private void measure(Symbol.Qubits qubits, Symbol.Bits bits, Place place) {
    int size = qubits.indices().size();
    if (size != bits.indices().size()) {
      throw new Refusal(
          place, size + " qubits cannot be measured into " + bits.indices().size() + " bits");
    }
    budget.spend(size, place);
    for (int i = 0; i < size; i++) {
      circuit.add(new Operation.Measurement(qubits.indices().get(i), bits.indices().get(i), place));
    }
  }

  private void reset(Statement.Reset reset, Scope scope) {
    List<Integer> qubits = selector.qubits(reset.qubits(), scope).indices();
    budget.spend(qubits.size(), reset.place());
    qubits.forEach(qubit -> circuit.add(new Operation.Reset(qubit, reset.place())));
  }

  private void barrier(Statement.Barrier barrier, Scope scope) {
    Set<Integer> qubits = new LinkedHashSet<>();
    for (Expression operand : barrier.operands()) {
      qubits.addAll(selector.qubits(operand, scope).indices());
    }
    List<Integer> fenced =
        barrier.operands().isEmpty()
            ? IntStream.range(0, circuit.qubitCount()).boxed().toList()
            : new ArrayList<>(qubits);
    budget.spend(1 + fenced.size() / 8, barrier.place());
    circuit.add(new Operation.Barrier(fenced, barrier.place()));
  }

  private void runIf(Statement.If statement, Scope scope) {
    Condition condition = conditions.build(statement.condition(), scope);
    List<Operation> then = circuit.collect(() -> run(statement.then(), scope.block()));
    List<Operation> otherwise = circuit.collect(() -> run(statement.otherwise(), scope.block()));
    if (condition.equals(ConditionBuilder.ALWAYS)) {
      then.forEach(circuit::add);
    } else if (condition.equals(ConditionBuilder.NEVER)) {
      otherwise.forEach(circuit::add);
    } else if (!then.isEmpty() || !otherwise.isEmpty()) {
      budget.spend(1, statement.place());
      circuit.add(new Operation.Conditional(condition, then, otherwise, statement.place()));
    }
  }
}
