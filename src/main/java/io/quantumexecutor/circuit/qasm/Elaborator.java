package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs through the statements of a program and writes down the circuit they describe. */
final class Elaborator {
  private final Diagnostics diagnostics;
  private final Evaluator evaluator;
  private final Budget budget;
  private final CircuitBuilder circuit;
  private final GateTable gates;
  private final GateCaller caller;
  private final ConditionBuilder conditions;
  private final Declarations declarations;
  private final Subroutines subroutines;
  private final QubitActions actions;
  private final Assignments assignments;
  private final Scope global = Scope.global();
  private int depth;

  Elaborator(
      Evaluator evaluator,
      Map<String, Double> parameters,
      CircuitBuilder circuit,
      Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.evaluator = evaluator;
    this.circuit = circuit;
    budget = evaluator.budget();
    Selector selector = new Selector(evaluator);
    gates = new GateTable(evaluator, diagnostics);
    GateExpander expander = new GateExpander(evaluator);
    caller = new GateCaller(selector, gates.compiler(), expander, circuit);
    conditions = new ConditionBuilder(evaluator, selector);
    declarations = new Declarations(evaluator, selector, circuit, parameters);
    subroutines = new Subroutines(evaluator, selector);
    actions = new QubitActions(diagnostics, selector, circuit, budget);
    assignments = new Assignments(evaluator, selector, subroutines, actions, circuit);
  }

  /**
   * Runs one statement of the program; errors in it are in the diagnostics.
   *
   * @throws Refusal.LimitReached if nothing more can be read
   */
  void run(Statement statement) {
    run(List.of(statement), global);
  }

  /** The circuit as far as it can be understood; errors are in the diagnostics. */
  Circuit finish() {
    for (String parameter : declarations.unusedParameters()) {
      diagnostics.report(
          Place.NONE,
          "parameter '"
              + Diagnostics.shortened(parameter)
              + "' is given, but the program declares no such input");
    }
    return circuit.build();
  }

  /** Blocks and calls together are as deep as a limit: each takes its part of the stack. */
  private void run(List<Statement> statements, Scope scope) {
    if (++depth > budget.nesting() && !statements.isEmpty()) {
      String limit = "blocks and calls are nested more than " + budget.nesting() + " levels deep";
      throw new Refusal.LimitReached(statements.get(0).place(), limit);
    }
    for (Statement statement : statements) {
      if (diagnostics.full()) {
        break;
      }
      runOne(statement, scope);
    }
    depth--;
  }

  private void runOne(Statement statement, Scope scope) {
    budget.at(statement.place());
    budget.work(4);
    try {
      runAction(statement, scope);
    } catch (Refusal.LimitReached e) {
      throw e;
    } catch (Refusal e) {
      diagnostics.report(e);
      budget.work(100);
    }
  }

  private void runAction(Statement statement, Scope scope) {
    if (statement instanceof Statement.GateCall call) {
      call(call, scope);
    } else if (statement instanceof Statement.Measurement measurement) {
      actions.measure(measurement, scope);
    } else if (statement instanceof Statement.Reset reset) {
      actions.reset(reset, scope);
    } else if (statement instanceof Statement.Barrier barrier) {
      actions.barrier(barrier, scope);
    } else if (statement instanceof Statement.Assignment assignment) {
      assignments.assign(assignment, scope, this::run);
    } else if (statement instanceof Statement.If condition) {
      runIf(condition, scope);
    } else if (statement instanceof Statement.For loop) {
      runFor(loop, scope);
    } else if (statement instanceof Statement.Block block) {
      run(block.body(), scope.block());
    } else if (statement instanceof Statement.Return) {
      throw new Refusal(
          statement.place(), "'return' is only supported as the last statement of a subroutine");
    } else {
      runDeclaration(statement, scope);
    }
  }

  private void runDeclaration(Statement statement, Scope scope) {
    if (statement instanceof Statement.GateDefinition definition) {
      gates.define(definition, scope);
    } else if (statement instanceof Statement.QubitDeclaration declaration) {
      declarations.qubits(declaration, scope);
    } else if (statement instanceof Statement.BitDeclaration declaration) {
      declarations.bits(declaration, scope);
      assignments.initialize(declaration, scope, this::run);
    } else if (statement instanceof Statement.OutputDeclaration output) {
      declarations.outputBits(output.declaration(), scope);
    } else if (statement instanceof Statement.ValueDeclaration declaration) {
      declarations.value(declaration, scope);
    } else if (statement instanceof Statement.InputDeclaration declaration) {
      declarations.input(declaration, scope);
    } else if (statement instanceof Statement.Alias alias) {
      declarations.alias(alias, scope);
    } else if (statement instanceof Statement.Subroutine subroutine) {
      subroutines.define(subroutine, scope);
    } else if (statement instanceof Statement.Include include) {
      gates.include(include);
    } else if (statement instanceof Statement.OpaqueDeclaration opaque) {
      gates.opaque(opaque);
    } else {
      throw new IllegalStateException("unknown statement " + statement.getClass());
    }
  }

  private void call(Statement.GateCall call, Scope scope) {
    if (call.operands().isEmpty()
        && call.modifiers().isEmpty()
        && subroutines.defines(call.name())) {
      Expression.Call inlined = new Expression.Call(call.name(), call.arguments(), call.place());
      subroutines.call(inlined, scope, null, this::run);
    } else {
      caller.call(call, scope);
    }
  }

  private void runIf(Statement.If statement, Scope scope) {
    Condition condition = conditions.build(statement.condition(), scope);
    if (condition.equals(ConditionBuilder.ALWAYS)) {
      run(statement.then(), scope.block());
      return;
    }
    if (condition.equals(ConditionBuilder.NEVER)) {
      run(statement.otherwise(), scope.block());
      return;
    }
    budget.spend(1, statement.place());
    List<Operation> then = circuit.collectConditional(() -> run(statement.then(), scope.block()));
    List<Operation> otherwise =
        circuit.collectConditional(() -> run(statement.otherwise(), scope.block()));
    if (!then.isEmpty() || !otherwise.isEmpty()) {
      circuit.add(new Operation.Conditional(condition, then, otherwise, statement.place()));
    }
  }

  private void runFor(Statement.For loop, Scope scope) {
    List<Value> values = values(loop, scope);
    budget.spend(values.size(), loop.place());
    for (Value value : values) {
      budget.work(8);
      Scope inner = scope.block();
      Value cast = evaluator.cast(value, loop.type(), loop.values().place(), scope);
      inner.declare(loop.variable(), new Symbol.Known(cast, false, loop.type()));
      int errors = diagnostics.count();
      run(loop.body(), inner);
      if (diagnostics.count() > errors) {
        return;
      }
    }
  }

  private List<Value> values(Statement.For loop, Scope scope) {
    if (loop.values() instanceof Expression.SetLiteral set) {
      return set.members().stream().map(member -> evaluator.evaluate(member, scope)).toList();
    }
    if (loop.values() instanceof Expression.Range range
        && range.start() != null
        && range.stop() != null) {
      long step = range.step() == null ? 1 : evaluator.integer(range.step(), scope);
      long start = evaluator.integer(range.start(), scope);
      long stop = evaluator.integer(range.stop(), scope);
      long[] all = Ranges.values(start, step, stop, budget.mostOperations(), range.place());
      return Arrays.stream(all).<Value>mapToObj(Value.Int::new).toList();
    }
    throw new Refusal(loop.values().place(), "this range needs a start and an end");
  }
}
