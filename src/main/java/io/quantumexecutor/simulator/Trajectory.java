package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.GateMatrix;
import io.quantumexecutor.circuit.GateType;
import java.util.List;
import java.util.SplittableRandom;

/** One shot of a circuit in which measured values decide what follows. */
final class Trajectory {
  private final StateVector state;
  private final boolean[] bits;
  private final NoiseModel noise;
  private final SplittableRandom random;

  Trajectory(StateVector state, boolean[] bits, NoiseModel noise, SplittableRandom random) {
    this.state = state;
    this.bits = bits;
    this.noise = noise;
    this.random = random;
  }

  void run(List<Instruction> instructions) {
    instructions.forEach(instruction -> instruction.in(this));
  }

  void apply(UnitaryRun gates) {
    gates.applyTo(state, PauliError.draw(gates.gates(), noise, random));
  }

  void measure(int qubit, int bit) {
    boolean value = measure(qubit);
    bits[bit] = value ^ (random.nextDouble() < noise.flipProbability(value));
  }

  private boolean measure(int qubit) {
    double one = state.probabilityOfOne(qubit);
    boolean value = random.nextDouble() < one;
    state.collapse(qubit, value, value ? one : 1 - one);
    return value;
  }

  void clear(int qubit) {
    if (measure(qubit)) {
      state.apply(new Step(qubit, 0, GateMatrix.of(GateType.X, List.of())));
    }
  }

  boolean holds(Condition condition) {
    return condition.holds(bit -> bits[bit]);
  }
}
