package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.GateMatrix;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import java.util.List;

/** The textbook product of each gate's full matrix with the state, entry by entry. */
final class GateByGate {
  private GateByGate() {}

  static double[] probabilities(Circuit circuit) {
    double[][] state = amplitudes(circuit);
    double[] result = new double[state.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = state[i][0] * state[i][0] + state[i][1] * state[i][1];
    }
    return result;
  }

  private static double[][] amplitudes(Circuit circuit) {
    double[][] state = new double[1 << circuit.qubitCount()][2];
    state[0][0] = 1;
    for (Operation operation : circuit.operations()) {
      if (operation instanceof Gate gate) {
        state = product(gate, state);
      }
    }
    return state;
  }

  private static double[][] product(Gate gate, double[][] state) {
    double[] m = GateMatrix.of(gate.type(), gate.angles());
    int size = 1 << gate.targets().size();
    double[][] result = new double[state.length][2];
    for (int row = 0; row < state.length; row++) {
      if (!allSet(row, gate.controls())) {
        result[row] = state[row];
        continue;
      }
      int matrixRow = pick(row, gate.targets());
      for (int k = 0; k < size; k++) {
        double[] from = state[place(row, gate.targets(), k)];
        double re = m[2 * (size * matrixRow + k)];
        double im = m[2 * (size * matrixRow + k) + 1];
        result[row][0] += re * from[0] - im * from[1];
        result[row][1] += re * from[1] + im * from[0];
      }
    }
    return result;
  }

  private static boolean allSet(int index, List<Integer> qubits) {
    for (int qubit : qubits) {
      if ((index >> qubit & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int pick(int index, List<Integer> qubits) {
    int value = 0;
    for (int i = 0; i < qubits.size(); i++) {
      value |= (index >> qubits.get(i) & 1) << i;
    }
    return value;
  }

  private static int place(int index, List<Integer> qubits, int value) {
    int result = index;
    for (int i = 0; i < qubits.size(); i++) {
      int bit = 1 << qubits.get(i);
      result = (value >> i & 1) == 1 ? result | bit : result & ~bit;
    }
    return result;
  }
}
