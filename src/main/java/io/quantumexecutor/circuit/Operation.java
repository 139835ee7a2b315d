package io.quantumexecutor.circuit;

import java.util.List;

/** One step of a circuit. Qubits and bits are the circuit's global indices. */
public sealed interface Operation {
  /** Where the step stands in the source text. */
  Place place();

  /**
   * A unitary gate, applied to the targets when every control is 1.
   *
   * @param angles as many as the type takes, in its documented order
   * @param controls any number, distinct from each other and from the targets
   * @param targets as many as the type takes
   */
  record Gate(
      GateType type,
      List<Double> angles,
      List<Integer> controls,
      List<Integer> targets,
      Place place)
      implements Operation {
    public Gate {
      angles = List.copyOf(angles);
      controls = List.copyOf(controls);
      targets = List.copyOf(targets);
      if (angles.size() != type.angles() || targets.size() != type.targets()) {
        throw new IllegalArgumentException(
            type + " takes " + type.angles() + " angles and " + type.targets() + " targets");
      }
      if (type.isNative() && !controls.isEmpty()) {
        throw new IllegalArgumentException(type + " takes no controls");
      }
    }
  }

  /** Measures a qubit in the computational basis into a bit; the last write to a bit wins. */
  record Measurement(int qubit, int bit, Place place) implements Operation {}

  /** Brings a qubit to |0⟩. */
  record Reset(int qubit, Place place) implements Operation {}

  /** Forbids compilers to move gates across. */
  record Barrier(List<Integer> qubits, Place place) implements Operation {
    public Barrier {
      qubits = List.copyOf(qubits);
    }
  }

  /** Runs one of two bodies, decided by bits measured before. */
  record Conditional(
      Condition condition, List<Operation> then, List<Operation> otherwise, Place place)
      implements Operation {
    public Conditional {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }
}
