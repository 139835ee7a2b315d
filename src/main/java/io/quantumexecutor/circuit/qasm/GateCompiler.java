package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Checks calls and definitions of gates and binds their names. */
final class GateCompiler {
  private static final int MAX_CONTROLS = 1_000;

  private final Evaluator evaluator;
  private final Budget budget;
  private final Function<String, GateRule> gates;
  private final Diagnostics diagnostics;

  /**
   * @param gates finds a gate by its name, an unusable one if there is none
   */
  GateCompiler(Evaluator evaluator, Function<String, GateRule> gates, Diagnostics diagnostics) {
    this.evaluator = evaluator;
    budget = evaluator.budget();
    this.gates = gates;
    this.diagnostics = diagnostics;
  }

  /** The definition with all names bound; every error in it is reported. */
  GateRule compile(Statement.GateDefinition definition, Scope around) {
    Map<String, Integer> qubits = new HashMap<>();
    Scope scope = around.body();
    boolean sound = declareNames(definition, scope, qubits);
    List<GateRule.Step> steps = new ArrayList<>();
    for (Statement statement : definition.body()) {
      GateRule.Step step =
          diagnostics.attempt(() -> checkedStep(definition, statement, scope, qubits));
      sound &= step != null;
      if (step != null) {
        steps.add(step);
      }
    }
    return sound
        ? defined(definition, steps, around)
        : new GateRule.Unusable(definition.name(), "");
  }

  private GateRule defined(
      Statement.GateDefinition definition, List<GateRule.Step> steps, Scope around) {
    int depth = steps.stream().mapToInt(GateRule.Step::depth).max().orElse(0);
    if (depth >= budget.nesting()) {
      String limit = "gates and modifiers are nested more than " + budget.nesting() + " deep";
      throw new Refusal.LimitReached(definition.place(), limit);
    }
    return new GateRule.Defined(
        definition.name(),
        texts(definition.parameters()),
        definition.qubits().size(),
        steps.stream().filter(step -> !isEmpty(step)).toList(),
        around,
        depth);
  }

  private static List<String> texts(List<Token> names) {
    return names.stream().map(Token::text).toList();
  }

  private GateRule.Step checkedStep(
      Statement.GateDefinition definition,
      Statement statement,
      Scope scope,
      Map<String, Integer> qubits) {
    budget.at(statement.place());
    budget.work(4);
    refuseRecursion(definition, statement);
    return step(statement, scope, qubits);
  }

  private void refuseRecursion(Statement.GateDefinition definition, Statement statement) {
    if (statement instanceof Statement.GateCall call
        && call.name().equals(definition.name())
        && gates.apply(call.name()) instanceof GateRule.Unusable) {
      String shown = Diagnostics.shortened(call.name());
      throw new Refusal(call.place(), "gate '" + shown + "' calls itself");
    }
  }

  private boolean declareNames(
      Statement.GateDefinition definition, Scope scope, Map<String, Integer> qubits) {
    if (definition.qubits().size() > MAX_CONTROLS + 24) {
      throw new Refusal(
          definition.place(), "a gate can have up to " + (MAX_CONTROLS + 24) + " qubits");
    }
    Symbol angle =
        new Symbol.Known(
            new Value.Real(0), false, new Expression.TypeName("angle", null, definition.place()));
    boolean sound = true;
    for (Token parameter : definition.parameters()) {
      sound &= scope.declare(parameter.text(), angle) || reportTwice(parameter);
    }
    for (Token qubit : definition.qubits()) {
      boolean isNew = qubits.put(qubit.text(), qubits.size()) == null;
      sound &= isNew || reportTwice(qubit);
    }
    return sound;
  }

  private boolean reportTwice(Token name) {
    diagnostics.report(name.place(), name.shown() + " is named twice");
    return false;
  }

  private static boolean isEmpty(GateRule.Step step) {
    return step instanceof GateRule.BoundCall call
        && call.rule() instanceof GateRule.Defined defined
        && defined.steps().isEmpty();
  }

  private GateRule.Step step(Statement statement, Scope scope, Map<String, Integer> qubits) {
    if (statement instanceof Statement.Barrier barrier) {
      budget.work(2L * qubits.size());
      List<Integer> fenced = indices(barrier.operands(), qubits);
      return new GateRule.Barrier(
          fenced.isEmpty() ? List.copyOf(qubits.values()) : List.copyOf(new HashSet<>(fenced)));
    }
    if (statement instanceof Statement.GateCall call) {
      for (Expression argument : call.arguments()) {
        checkNames(argument, scope);
      }
      GateRule.BoundCall bound = bind(call, indices(call.operands(), qubits), scope);
      checkDistinct(bound.qubits(), call.operands());
      return bound;
    }
    throw new Refusal(statement.place(), "this is not allowed in the body of a gate");
  }

  /** The call with its gate found and its numbers of angles and qubits checked. */
  GateRule.BoundCall bind(Statement.GateCall call, List<Integer> qubits, Scope scope) {
    budget.work(10 + 4L * call.modifiers().size() + 2L * qubits.size());
    GateRule rule = rule(call);
    List<GateRule.Modifier> modifiers = new ArrayList<>(call.modifiers().size());
    int expected = rule.qubits();
    for (Statement.Modifier modifier : call.modifiers()) {
      GateRule.Modifier bound = modifier(modifier, scope);
      modifiers.add(bound);
      expected += bound.controls();
    }
    String name = "'" + Diagnostics.shortened(call.name()) + "'";
    if (call.arguments().size() != rule.angles()) {
      throw new Refusal(
          call.place(), counted(name, rule.angles(), "parameter", call.arguments().size()));
    }
    if (qubits.size() != expected) {
      throw new Refusal(call.place(), counted(name, expected, "qubit", qubits.size()));
    }
    return new GateRule.BoundCall(rule, modifiers, call.arguments(), qubits, call.place());
  }

  private static String counted(String name, int expected, String what, int given) {
    String plural = expected == 1 ? "" : "s";
    return name + " takes " + expected + " " + what + plural + ", but " + given + " given";
  }

  /** Refuses a call that gives the same qubit twice. */
  static void checkDistinct(List<Integer> qubits, List<Expression> operands) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < qubits.size(); i++) {
      if (!seen.add(qubits.get(i))) {
        throw new Refusal(operands.get(i).place(), "a gate cannot act on the same qubit twice");
      }
    }
  }

  private GateRule rule(Statement.GateCall call) {
    GateRule rule = gates.apply(call.name());
    if (rule instanceof GateRule.Unusable unusable) {
      throw unusable.reason().isEmpty()
          ? new Refusal.Consequence(call.place())
          : new Refusal(call.place(), unusable.reason());
    }
    return rule;
  }

  private GateRule.Modifier modifier(Statement.Modifier modifier, Scope scope) {
    Expression argument = modifier.argument();
    return switch (modifier.name()) {
      case "inv" -> new GateRule.Inverse();
      case "pow" -> new GateRule.Power(exponent(modifier, scope));
      default -> {
        long count = argument == null ? 1 : evaluator.integer(argument, scope);
        if (count < 1 || count > MAX_CONTROLS) {
          throw new Refusal(modifier.place(), "a gate can have 1 to " + MAX_CONTROLS + " controls");
        }
        yield new GateRule.Control((int) count, modifier.name().equals("ctrl"));
      }
    };
  }

  private Expression exponent(Statement.Modifier modifier, Scope scope) {
    if (modifier.argument() == null) {
      throw new Refusal(modifier.place(), "'pow' needs an exponent: pow(2) @");
    }
    checkNames(modifier.argument(), scope);
    return modifier.argument();
  }

  /** Evaluates once with parameters at zero: unknown names show, values do not matter yet. */
  private void checkNames(Expression expression, Scope scope) {
    if (expression instanceof Expression.Name name) {
      evaluator.evaluate(name, scope);
    } else if (expression instanceof Expression.Unary unary) {
      checkNames(unary.operand(), scope);
    } else if (expression instanceof Expression.Binary binary) {
      Deque<Expression.Binary> chain = binary.chain(operator -> true);
      checkNames(chain.getFirst().left(), scope);
      chain.forEach(link -> checkNames(link.right(), scope));
    } else if (expression instanceof Expression.Call call) {
      call.arguments().forEach(argument -> checkNames(argument, scope));
    } else if (expression instanceof Expression.Cast cast) {
      checkNames(cast.operand(), scope);
    } else {
      evaluator.evaluate(expression, scope);
    }
  }

  private static List<Integer> indices(List<Expression> operands, Map<String, Integer> qubits) {
    List<Integer> indices = new ArrayList<>(operands.size());
    for (Expression operand : operands) {
      Place place = operand.place();
      if (!(operand instanceof Expression.Name name)) {
        throw new Refusal(place, "the qubits of a gate have no indices");
      }
      Integer index = qubits.get(name.name());
      if (index == null) {
        String shown = Diagnostics.shortened(name.name());
        throw new Refusal(place, "'" + shown + "' is not a qubit of this gate");
      }
      indices.add(index);
    }
    return indices;
  }
}
