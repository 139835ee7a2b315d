package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.List;

/** Applies gates to qubits and to whole registers. */
final class GateCaller {
  private final Selector selector;
  private final GateCompiler compiler;
  private final GateExpander expander;
  private final CircuitBuilder circuit;
  private final Budget budget;

  GateCaller(
      Selector selector, GateCompiler compiler, GateExpander expander, CircuitBuilder circuit) {
    this.selector = selector;
    this.compiler = compiler;
    this.expander = expander;
    this.circuit = circuit;
    budget = expander.budget();
  }

  /** One call for each element of the registers given, which must be of equal size. */
  void call(Statement.GateCall call, Scope scope) {
    List<Symbol.Qubits> operands = new ArrayList<>();
    for (Expression operand : call.operands()) {
      operands.add(selector.qubits(operand, scope));
    }
    int times = commonSize(operands, call.operands());
    for (int i = 0; i < times; i++) {
      budget.work(2 + 2L * operands.size());
      List<Integer> qubits = new ArrayList<>(operands.size());
      for (Symbol.Qubits operand : operands) {
        qubits.add(operand.indices().get(operand.single() ? 0 : i));
      }
      GateRule.BoundCall bound = compiler.bind(call, qubits, scope);
      GateCompiler.checkDistinct(qubits, call.operands());
      expander.expand(bound, scope, primitive -> add(primitive, call.place()));
    }
    if (times == 0) {
      throw new Refusal(call.place(), "this statement has no qubits to act on");
    }
  }

  private static int commonSize(List<Symbol.Qubits> operands, List<Expression> written) {
    int size = -1;
    for (int i = 0; i < operands.size(); i++) {
      Symbol.Qubits operand = operands.get(i);
      int own = operand.indices().size();
      if (!operand.single() && size >= 0 && own != size) {
        throw new Refusal(
            written.get(i).place(),
            "this register has "
                + own
                + " qubits, the one before it "
                + size
                + ": registers in one statement must be of equal size");
      }
      size = operand.single() ? size : own;
    }
    return size < 0 ? 1 : size;
  }

  private void add(Primitive primitive, Place place) {
    budget.work(2);
    if (primitive instanceof Primitive.ElementaryGate gate) {
      budget.added();
      budget.spend(gate.controls().size() / 8, place);
      circuit.add(
          new Operation.Gate(gate.type(), gate.angles(), gate.controls(), gate.targets(), place));
    } else if (primitive instanceof Primitive.Barrier barrier) {
      budget.added();
      circuit.add(new Operation.Barrier(barrier.qubits(), place));
    } else if (!(primitive instanceof Primitive.Phase)) { // a global phase shows nowhere
      throw new IllegalStateException("unknown primitive " + primitive.getClass());
    }
  }
}
