package io.quantumexecutor.circuit.decompose;

import io.quantumexecutor.circuit.GateType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The rules for X with many controls.
 *
 * <p>They follow Barenco et al., "Elementary gates for quantum computation" (1995), lemmas 7.2, 7.3
 * and 7.5: linear cost when the circuit has a qubit to spare, else quadratic.
 */
final class ControlledX {
  private final GateRewriter rewriter;
  private final GateBasis basis;
  private final int qubits;

  ControlledX(GateRewriter rewriter, GateBasis basis, int qubits) {
    this.rewriter = rewriter;
    this.basis = basis;
    this.qubits = qubits;
  }

  /** Appends what stands for an X with two or more controls that the target does not take. */
  void rewrite(List<Integer> controls, int target) {
    int count = controls.size();
    if (count == 2) {
      toffoli(controls.get(0), controls.get(1), target);
      return;
    }
    List<Integer> idle = idle(controls, target, count - 2);
    if (idle.isEmpty()) {
      rewriter.on(GateType.H, target);
      rewriter.turn(GateType.P, Math.PI, controls, target);
      rewriter.on(GateType.H, target);
    } else if (idle.size() == count - 2 && !basis.allows(GateType.X, count / 2 + 1)) {
      ladder(controls, idle, target);
    } else {
      split(controls, idle.get(0), target);
    }
  }

  private List<Integer> idle(List<Integer> controls, int target, int wanted) {
    BitSet busy = new BitSet(qubits);
    controls.forEach(busy::set);
    busy.set(target);
    List<Integer> idle = new ArrayList<>();
    for (int q = busy.nextClearBit(0); q < qubits && idle.size() < wanted; ) {
      idle.add(q);
      q = busy.nextClearBit(q + 1);
    }
    return idle;
  }

  /** Lemma 7.3: two halves, each with the qubits of the other to work on. */
  private void split(List<Integer> controls, int work, int target) {
    int half = (controls.size() + 1) / 2;
    List<Integer> first = controls.subList(0, half);
    List<Integer> second = GateRewriter.plus(controls.subList(half, controls.size()), work);
    for (int round = 0; round < 2; round++) {
      rewriter.on(GateType.X, first, work);
      rewriter.on(GateType.X, second, target);
    }
  }

  /** Lemma 7.2: up and down a ladder of Toffoli gates, twice, so that the work qubits are back. */
  private void ladder(List<Integer> controls, List<Integer> work, int target) {
    int top = controls.size() - 1;
    for (int highest = top; highest >= top - 1; highest--) {
      for (int rung = highest; rung >= 1; rung--) {
        rung(rung, controls, work, target);
      }
      for (int rung = 2; rung <= highest; rung++) {
        rung(rung, controls, work, target);
      }
    }
  }

  private void rung(int rung, List<Integer> controls, List<Integer> work, int target) {
    int lower = rung == 1 ? controls.get(0) : work.get(rung - 2);
    int upper = rung == controls.size() - 1 ? target : work.get(rung - 1);
    rewriter.on(GateType.X, List.of(controls.get(rung), lower), upper);
  }

  /** The usual six-CX form. */
  private void toffoli(int a, int b, int target) {
    rewriter.on(GateType.H, target);
    rewriter.on(GateType.X, List.of(b), target);
    rewriter.on(GateType.TDG, target);
    rewriter.on(GateType.X, List.of(a), target);
    rewriter.on(GateType.T, target);
    rewriter.on(GateType.X, List.of(b), target);
    rewriter.on(GateType.TDG, target);
    rewriter.on(GateType.X, List.of(a), target);
    rewriter.on(GateType.T, b);
    rewriter.on(GateType.T, target);
    rewriter.on(GateType.H, target);
    rewriter.on(GateType.X, List.of(a), b);
    rewriter.on(GateType.T, a);
    rewriter.on(GateType.TDG, b);
    rewriter.on(GateType.X, List.of(a), b);
  }
}
