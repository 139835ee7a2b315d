package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gates with nothing else between them; fused and planned once per layout they start from. */
final class UnitaryRun {
  private final int qubits;
  private final List<Gate> gates;
  private final Map<Layout, StagePlanner.Plan> plans = new ConcurrentHashMap<>();

  UnitaryRun(int qubits, List<Gate> gates) {
    this.qubits = qubits;
    this.gates = List.copyOf(gates);
  }

  List<Gate> gates() {
    return gates;
  }

  void applyTo(StateVector state) {
    state.run(plans.computeIfAbsent(state.layout(), start -> plan(List.of(), start)));
  }

  void applyTo(StateVector state, List<PauliError> errors) {
    if (errors.isEmpty()) {
      applyTo(state);
    } else {
      state.run(plan(errors, state.layout()));
    }
  }

  private StagePlanner.Plan plan(List<PauliError> errors, Layout start) {
    StepFuser fuser = new StepFuser(qubits);
    int next = 0;
    for (int i = 0; i < gates.size(); i++) {
      fuser.add(gates.get(i));
      for (; next < errors.size() && errors.get(next).gate() == i; next++) {
        PauliError error = errors.get(next);
        List<Integer> target = List.of(error.qubit());
        fuser.add(new Gate(error.pauli(), List.of(), List.of(), target, Place.NONE));
      }
    }
    return StagePlanner.plan(fuser.finish(), start);
  }
}
