package io.quantumexecutor.target.price;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Operation;
import java.util.Arrays;
import java.util.List;

/**
 * A circuit in numbers; both branches of a conditional count.
 *
 * @param depth the longest chain of gates, measurements and resets; a conditional waits for
 *     everything before it
 * @param largerGates gates on more than two qubits
 */
public record CircuitFacts(
    int qubits,
    int depth,
    int oneQubitGates,
    int twoQubitGates,
    int largerGates,
    int measurements,
    int resets,
    int conditionals) {

  public static CircuitFacts of(Circuit circuit) {
    Count count = new Count(new int[circuit.qubitCount()]);
    count.takeAll(circuit.operations());
    return new CircuitFacts(
        circuit.qubitCount(),
        count.deepest(),
        count.gates[1],
        count.gates[2],
        count.gates[0],
        count.measurements,
        count.resets,
        count.conditionals);
  }

  private static final class Count {
    private final int[] levels;

    /** Gates by the number of their qubits, index 0 for more than two. */
    private final int[] gates = new int[3];

    private int measurements;
    private int resets;
    private int conditionals;

    Count(int[] levels) {
      this.levels = levels;
    }

    void takeAll(List<Operation> operations) {
      operations.forEach(this::take);
    }

    private void take(Operation operation) {
      if (operation instanceof Operation.Gate gate) {
        int qubits = gate.controls().size() + gate.targets().size();
        gates[qubits > 2 ? 0 : qubits]++;
        place(gate);
      } else if (operation instanceof Operation.Measurement measurement) {
        measurements++;
        levels[measurement.qubit()]++;
      } else if (operation instanceof Operation.Reset reset) {
        resets++;
        levels[reset.qubit()]++;
      } else if (operation instanceof Operation.Conditional conditional) {
        conditionals++;
        Arrays.fill(levels, deepest());
        takeAll(conditional.then());
        takeAll(conditional.otherwise());
      } else if (!(operation instanceof Operation.Barrier)) {
        throw new IllegalStateException("unknown operation " + operation.getClass());
      }
    }

    private void place(Operation.Gate gate) {
      int level = 0;
      for (int qubit : gate.controls()) {
        level = Math.max(level, levels[qubit]);
      }
      for (int qubit : gate.targets()) {
        level = Math.max(level, levels[qubit]);
      }
      for (int qubit : gate.controls()) {
        levels[qubit] = level + 1;
      }
      for (int qubit : gate.targets()) {
        levels[qubit] = level + 1;
      }
    }

    int deepest() {
      int deepest = 0;
      for (int level : levels) {
        deepest = Math.max(deepest, level);
      }
      return deepest;
    }
  }
}
