package io.quantumexecutor.target.price;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Gates of a circuit as providers count them; both branches of a conditional count.
 *
 * @param one gates on one qubit
 * @param two gates on two qubits
 */
record GateCounts(long one, long two) {
  /** Rotations about Z cost nothing: they are folded into later gates. */
  private static final Set<GateType> VIRTUAL =
      Set.of(
          GateType.Z, GateType.S, GateType.SDG, GateType.T, GateType.TDG, GateType.RZ, GateType.P);

  /**
   * As IonQ counts: a gate on N &gt; 2 qubits is 6·(N−2) two-qubit gates (Azure Quantum
   * documentation, pricing).
   */
  static GateCounts ionq(Circuit circuit) {
    return sum(circuit.operations(), GateCounts::ionq);
  }

  /** Gates as they are written, each on one or two qubits. */
  static GateCounts asWritten(Circuit circuit) {
    return sum(
        circuit.operations(),
        gate -> size(gate) == 1 ? new GateCounts(1, 0) : new GateCounts(0, 1));
  }

  /**
   * Native gates of Quantinuum's H series, whose gates are U1q, the virtual Rz, ZZ and RZZ: a CX is
   * one of two qubits between two of one. Holds for circuits of the basis that {@link
   * HardwareCredits} counts in.
   */
  static GateCounts nativeOfHSeries(Circuit circuit) {
    return sum(circuit.operations(), GateCounts::nativeOfHSeries);
  }

  private static GateCounts ionq(Operation.Gate gate) {
    int qubits = size(gate);
    return qubits == 1
        ? new GateCounts(1, 0)
        : new GateCounts(0, qubits == 2 ? 1 : 6L * (qubits - 2));
  }

  private static GateCounts nativeOfHSeries(Operation.Gate gate) {
    if (size(gate) == 1) {
      return new GateCounts(VIRTUAL.contains(gate.type()) ? 0 : 1, 0);
    }
    return new GateCounts(gate.type() == GateType.X ? 2 : 0, 1);
  }

  private static int size(Operation.Gate gate) {
    return gate.controls().size() + gate.targets().size();
  }

  private static GateCounts sum(
      List<Operation> operations, Function<Operation.Gate, GateCounts> count) {
    GateCounts sum = new GateCounts(0, 0);
    for (Operation operation : operations) {
      if (operation instanceof Operation.Gate gate) {
        sum = sum.plus(count.apply(gate));
      } else if (operation instanceof Operation.Conditional conditional) {
        sum = sum.plus(sum(conditional.then(), count)).plus(sum(conditional.otherwise(), count));
      } else if (!(operation instanceof Operation.Measurement
          || operation instanceof Operation.Reset
          || operation instanceof Operation.Barrier)) {
        throw new IllegalStateException("unknown operation " + operation.getClass());
      }
    }
    return sum;
  }

  private GateCounts plus(GateCounts more) {
    return new GateCounts(one + more.one, two + more.two);
  }
}
