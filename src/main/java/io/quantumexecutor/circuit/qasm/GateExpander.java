package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Turns the call of a gate into gates of the circuit model. */
final class GateExpander {
  private final Evaluator evaluator;
  private final Budget budget;

  GateExpander(Evaluator evaluator) {
    this.evaluator = evaluator;
    budget = evaluator.budget();
  }

  Budget budget() {
    return budget;
  }

  /** Gives the gates to the sink in order; qubits of the call are those of the circuit. */
  void expand(GateRule.BoundCall call, Scope scope, Consumer<Primitive> sink) {
    budget.work(4 + 2L * call.modifiers().size());
    refuseDepth(call);
    List<Double> angles = new ArrayList<>(call.arguments().size());
    for (Expression argument : call.arguments()) {
      angles.add(evaluator.real(argument, scope));
    }
    modified(call, 0, 0, new Application(angles, scope), sink);
  }

  private void refuseDepth(GateRule.BoundCall call) {
    if (call.depth() > budget.nesting()) {
      String limit = "gates and modifiers are nested more than " + budget.nesting() + " deep";
      throw new Refusal.LimitReached(call.place(), limit);
    }
  }

  private record Application(List<Double> angles, Scope scope) {}

  private void modified(
      GateRule.BoundCall call,
      int modifier,
      int used,
      Application application,
      Consumer<Primitive> sink) {
    if (modifier == call.modifiers().size()) {
      List<Integer> qubits = call.qubits().subList(used, call.qubits().size());
      apply(call.rule(), application.angles(), qubits, call.place(), sink);
      return;
    }
    GateRule.Modifier outer = call.modifiers().get(modifier);
    int after = used + outer.controls();
    if (outer instanceof GateRule.Control control) {
      List<Integer> controls = call.qubits().subList(used, after);
      flipUnless(control.value(), controls, call.place(), sink);
      Consumer<Primitive> controlled =
          primitive -> {
            budget.work(4 + 2L * (controls.size() + primitive.controlCount()));
            sink.accept(primitive.controlledBy(controls));
          };
      modified(call, modifier + 1, after, application, controlled);
      flipUnless(control.value(), controls, call.place(), sink);
      return;
    }
    List<Primitive> inner = new ArrayList<>();
    modified(call, modifier + 1, after, application, inner::add);
    budget.work(4L * inner.size());
    if (outer instanceof GateRule.Power power) {
      double exponent = evaluator.real(power.exponent(), application.scope());
      powered(inner, exponent, call, sink);
    } else if (outer instanceof GateRule.Inverse) {
      inverted(inner).forEach(sink);
    } else {
      throw new IllegalStateException("unknown modifier " + outer.getClass());
    }
  }

  private void flipUnless(
      boolean value, List<Integer> qubits, Place place, Consumer<Primitive> sink) {
    if (!value) {
      for (Integer qubit : qubits) {
        budget.spend(1, place);
        sink.accept(new Primitive.ElementaryGate(GateType.X, List.of(), List.of(), List.of(qubit)));
      }
    }
  }

  private static List<Primitive> inverted(List<Primitive> list) {
    List<Primitive> inverse = new ArrayList<>(list.size());
    list.forEach(primitive -> inverse.add(primitive.inverse()));
    Collections.reverse(inverse);
    return inverse;
  }

  private void powered(
      List<Primitive> inner, double exponent, GateRule.BoundCall call, Consumer<Primitive> sink) {
    if (inner.isEmpty()) {
      return;
    }
    if (inner.size() == 1) {
      List<Primitive> power = Primitive.power(inner.get(0), exponent);
      if (power != null) {
        budget.spend(power.size(), call.place());
        power.forEach(sink);
        return;
      }
    }
    if (exponent != Math.rint(exponent)) {
      throw new Refusal(
          call.place(),
          "a power of '"
              + Diagnostics.shortened(call.rule().name())
              + "' must be an integer: only rotations, phases and x, y, z, s, t, sx have roots");
    }
    repeated(exponent < 0 ? inverted(inner) : inner, Math.abs(exponent), call, sink);
  }

  private void repeated(
      List<Primitive> inner, double times, GateRule.BoundCall call, Consumer<Primitive> sink) {
    budget.spend((long) (times * inner.size()), call.place());
    budget.work((long) (times * inner.size()));
    for (long i = 0; i < times; i++) {
      inner.forEach(sink);
    }
  }

  private void apply(
      GateRule rule,
      List<Double> angles,
      List<Integer> qubits,
      Place place,
      Consumer<Primitive> sink) {
    if (rule instanceof GateRule.BuiltIn builtIn) {
      budget.spend(1 + qubits.size() / 8, place);
      sink.accept(
          new Primitive.ElementaryGate(
              builtIn.type(),
              angles,
              qubits.subList(0, builtIn.controls()),
              qubits.subList(builtIn.controls(), qubits.size())));
    } else if (rule instanceof GateRule.Defined defined) {
      budget.work(4L * angles.size());
      Scope scope = arguments(defined, angles);
      for (GateRule.Step step : defined.steps()) {
        step(step, qubits, scope, place, sink);
      }
    } else if (rule instanceof GateRule.GlobalPhase) {
      budget.spend(1, place);
      sink.accept(new Primitive.Phase(angles.get(0)));
    } else {
      throw new IllegalStateException("no gate to apply: " + rule.getClass());
    }
  }

  private void step(
      GateRule.Step step,
      List<Integer> qubits,
      Scope scope,
      Place place,
      Consumer<Primitive> sink) {
    budget.work(2 + 2L * qubits.size());
    if (step instanceof GateRule.Barrier barrier) {
      budget.spend(1 + qubits.size() / 8, place);
      sink.accept(new Primitive.Barrier(barrier.qubits().stream().map(qubits::get).toList()));
    } else if (step instanceof GateRule.BoundCall call) {
      List<Integer> mapped = new ArrayList<>(call.qubits().size());
      for (int qubit : call.qubits()) {
        mapped.add(qubits.get(qubit));
      }
      expand(
          new GateRule.BoundCall(
              call.rule(), call.modifiers(), call.arguments(), mapped, call.place()),
          scope,
          sink);
    } else {
      throw new IllegalStateException("unknown step " + step.getClass());
    }
  }

  private static Scope arguments(GateRule.Defined defined, List<Double> angles) {
    if (angles.isEmpty()) {
      return defined.scope();
    }
    Scope scope = defined.scope().body();
    for (int i = 0; i < angles.size(); i++) {
      Expression.TypeName type = new Expression.TypeName("angle", null, Place.NONE);
      scope.declare(
          defined.parameters().get(i), new Symbol.Known(new Value.Real(angles.get(i)), true, type));
    }
    return scope;
  }
}
