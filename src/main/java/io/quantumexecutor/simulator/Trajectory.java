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
    for (Instruction instruction : instructions) {
      if (instruction instanceof Instruction.Unitary unitary) {
        UnitaryRun gates = unitary.run();
        gates.applyTo(state, PauliError.draw(gates.gates(), noise, random));
      } else if (instruction instanceof Instruction.Measure measure) {
        boolean value = measure(measure.qubit());
        bits[measure.bit()] = value ^ (random.nextDouble() < noise.flipProbability(value));
      } else if (instruction instanceof Instruction.Clear clear) {
        clear(clear.qubit());
      } else if (instruction instanceof Instruction.Branch branch) {
        run(holds(branch.condition()) ? branch.then() : branch.otherwise());
      }
    }
  }

  private boolean measure(int qubit) {
    double one = state.probabilityOfOne(qubit);
    boolean value = random.nextDouble() < one;
    state.collapse(qubit, value, value ? one : 1 - one);
    return value;
  }

  private void clear(int qubit) {
    if (measure(qubit)) {
      state.apply(new Step(qubit, 0, GateMatrix.of(GateType.X, List.of())));
    }
  }

  private boolean holds(Condition condition) {
    if (condition instanceof Condition.BitIs test) {
      return bits[test.bit()] == test.value();
    }
    if (condition instanceof Condition.AllOf all) {
      return all.parts().stream().allMatch(this::holds);
    }
    return ((Condition.AnyOf) condition).parts().stream().anyMatch(this::holds);
  }
}
