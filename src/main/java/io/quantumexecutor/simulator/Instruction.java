package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Conditional;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Operation.Measurement;
import io.quantumexecutor.circuit.Operation.Reset;
import java.util.ArrayList;
import java.util.List;

/** What a trajectory does next. */
sealed interface Instruction {
  /** Carries it out. */
  void in(Trajectory shot);

  record Unitary(UnitaryRun run) implements Instruction {
    @Override
    public void in(Trajectory shot) {
      shot.apply(run);
    }
  }

  record Measure(int qubit, int bit) implements Instruction {
    @Override
    public void in(Trajectory shot) {
      shot.measure(qubit, bit);
    }
  }

  record Clear(int qubit) implements Instruction {
    @Override
    public void in(Trajectory shot) {
      shot.clear(qubit);
    }
  }

  record Branch(Condition condition, List<Instruction> then, List<Instruction> otherwise)
      implements Instruction {
    @Override
    public void in(Trajectory shot) {
      shot.run(shot.holds(condition) ? then : otherwise);
    }
  }

  /** The circuit with its gates gathered into runs. */
  static List<Instruction> of(Circuit circuit) {
    return of(circuit.qubitCount(), circuit.operations());
  }

  private static List<Instruction> of(int qubits, List<Operation> operations) {
    List<Instruction> instructions = new ArrayList<>();
    List<Gate> gates = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof Gate gate) {
        gates.add(gate);
      } else if (!(operation instanceof Operation.Barrier)) {
        endRun(qubits, gates, instructions);
        instructions.add(ofOther(qubits, operation));
      }
    }
    endRun(qubits, gates, instructions);
    return instructions;
  }

  private static Instruction ofOther(int qubits, Operation operation) {
    if (operation instanceof Measurement measurement) {
      return new Measure(measurement.qubit(), measurement.bit());
    }
    if (operation instanceof Reset reset) {
      return new Clear(reset.qubit());
    }
    if (operation instanceof Conditional conditional) {
      return new Branch(
          conditional.condition(),
          of(qubits, conditional.then()),
          of(qubits, conditional.otherwise()));
    }
    throw new IllegalArgumentException("unknown operation " + operation);
  }

  private static void endRun(int qubits, List<Gate> gates, List<Instruction> instructions) {
    if (!gates.isEmpty()) {
      instructions.add(new Unitary(new UnitaryRun(qubits, gates)));
      gates.clear();
    }
  }
}
