package io.quantumexecutor.circuit;

import io.quantumexecutor.circuit.Operation.Gate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The exact outcome probabilities of small circuits, by following every branch. */
public final class ExactDistribution {
  private static final double NOTHING = 1e-13;

  private ExactDistribution() {}

  /** Probabilities by key, bit 0 rightmost. */
  public static Map<String, Double> of(Circuit circuit) {
    List<Branch> branches =
        List.of(new Branch(ReferenceState.basis(circuit.qubitCount(), 0), new BitSet(), 1));
    Map<String, Double> probabilities = new TreeMap<>();
    for (Branch end : run(circuit.operations(), branches)) {
      probabilities.merge(key(end.bits, circuit.bitCount()), end.probability, Double::sum);
    }
    return probabilities;
  }

  /** The sum of the absolute differences of two distributions. */
  public static double difference(Map<String, Double> a, Map<String, Double> b) {
    Map<String, Double> all = new TreeMap<>(a);
    b.forEach((key, p) -> all.merge(key, -p, Double::sum));
    return all.values().stream().mapToDouble(Math::abs).sum();
  }

  private record Branch(ReferenceState state, BitSet bits, double probability) {}

  private static List<Branch> run(List<Operation> operations, List<Branch> start) {
    List<Branch> branches = start;
    for (Operation operation : operations) {
      List<Branch> next = new ArrayList<>();
      for (Branch branch : branches) {
        next.addAll(step(operation, branch));
      }
      branches = next;
    }
    return branches;
  }

  private static List<Branch> step(Operation operation, Branch branch) {
    if (operation instanceof Operation.Gate gate) {
      branch.state.apply(gate);
      return List.of(branch);
    }
    if (operation instanceof Operation.Measurement measurement) {
      return measure(branch, measurement.qubit(), measurement.bit());
    }
    if (operation instanceof Operation.Reset reset) {
      return reset(branch, reset.qubit());
    }
    if (operation instanceof Operation.Conditional conditional) {
      boolean holds = holds(conditional.condition(), branch.bits);
      return run(holds ? conditional.then() : conditional.otherwise(), List.of(branch));
    }
    return List.of(branch);
  }

  private static List<Branch> measure(Branch branch, int qubit, int bit) {
    List<Branch> outcomes = new ArrayList<>();
    for (int value = 0; value <= 1; value++) {
      for (Branch outcome : collapse(branch, qubit, value)) {
        outcome.bits.set(bit, value == 1);
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }

  private static List<Branch> reset(Branch branch, int qubit) {
    List<Branch> outcomes = new ArrayList<>(collapse(branch, qubit, 0));
    for (Branch one : collapse(branch, qubit, 1)) {
      one.state.apply(new Gate(GateType.X, List.of(), List.of(), List.of(qubit), Place.NONE));
      outcomes.add(one);
    }
    return outcomes;
  }

  /** The part of a branch that has the qubit at a value, unless there is none. */
  private static List<Branch> collapse(Branch branch, int qubit, int value) {
    double one = branch.state.one(qubit);
    double probability = value == 1 ? one : 1 - one;
    if (probability <= NOTHING) {
      return List.of();
    }
    ReferenceState state = branch.state.copy();
    state.project(qubit, value, probability);
    BitSet bits = (BitSet) branch.bits.clone();
    return List.of(new Branch(state, bits, branch.probability * probability));
  }

  private static boolean holds(Condition condition, BitSet bits) {
    if (condition instanceof Condition.BitIs bit) {
      return bits.get(bit.bit()) == bit.value();
    }
    if (condition instanceof Condition.AllOf all) {
      return all.parts().stream().allMatch(part -> holds(part, bits));
    }
    return ((Condition.AnyOf) condition).parts().stream().anyMatch(part -> holds(part, bits));
  }

  private static String key(BitSet bits, int count) {
    StringBuilder key = new StringBuilder();
    for (int i = count - 1; i >= 0; i--) {
      key.append(bits.get(i) ? '1' : '0');
    }
    return key.toString();
  }
}
