package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What is done to qubits without gates. */
final class QubitActions {
  private final Diagnostics diagnostics;
  private final Selector selector;
  private final CircuitBuilder circuit;
  private final Budget budget;

  QubitActions(Diagnostics diagnostics, Selector selector, CircuitBuilder circuit, Budget budget) {
    this.diagnostics = diagnostics;
    this.selector = selector;
    this.circuit = circuit;
    this.budget = budget;
  }

  void measure(Statement.Measurement measurement, Scope scope) {
    Expression target = measurement.bits();
    if (target == null) {
      throw new Refusal(
          measurement.place(), "the result of this measurement is not assigned to a bit");
    }
    Symbol.Qubits qubits = diagnostics.attempt(() -> selector.qubits(measurement.qubits(), scope));
    Symbol.Bits bits = diagnostics.attempt(() -> selector.bits(target, scope));
    if (qubits != null && bits != null) {
      measure(qubits, bits, measurement.place());
    }
  }

  void measure(Symbol.Qubits qubits, Symbol.Bits bits, Place place) {
    int size = qubits.indices().size();
    if (size != bits.indices().size()) {
      throw new Refusal(
          place, size + " qubits cannot be measured into " + bits.indices().size() + " bits");
    }
    budget.spend(size, place);
    for (int i = 0; i < size; i++) {
      budget.added();
      circuit.add(new Operation.Measurement(qubits.indices().get(i), bits.indices().get(i), place));
    }
  }

  void reset(Statement.Reset reset, Scope scope) {
    List<Integer> qubits = selector.qubits(reset.qubits(), scope).indices();
    budget.spend(qubits.size(), reset.place());
    for (int qubit : qubits) {
      budget.added();
      circuit.add(new Operation.Reset(qubit, reset.place()));
    }
  }

  void barrier(Statement.Barrier barrier, Scope scope) {
    Set<Integer> qubits = new LinkedHashSet<>();
    for (Expression operand : barrier.operands()) {
      List<Integer> indices = selector.qubits(operand, scope).indices();
      budget.work(indices.size());
      qubits.addAll(indices);
    }
    List<Integer> fenced =
        barrier.operands().isEmpty()
            ? IntStream.range(0, circuit.qubitCount()).boxed().toList()
            : new ArrayList<>(qubits);
    budget.work(2L * fenced.size());
    budget.spend(1 + fenced.size() / 8, barrier.place());
    if (!fenced.isEmpty()) {
      circuit.add(new Operation.Barrier(fenced, barrier.place()));
    }
  }
}
