package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.GateType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the call of a gate comes down to, before it has a place in the circuit. */
sealed interface Primitive {
  /** The same, done only when all the controls are 1. */
  Primitive controlledBy(List<Integer> controls);

  /** How many controls it has. */
  default int controlCount() {
    return 0;
  }

  /** What undoes this. */
  Primitive inverse();

  /** A gate of the circuit model. */
  record ElementaryGate(
      GateType type, List<Double> angles, List<Integer> controls, List<Integer> targets)
      implements Primitive {
    public ElementaryGate {
      angles = List.copyOf(angles);
      controls = List.copyOf(controls);
      targets = List.copyOf(targets);
    }

    @Override
    public int controlCount() {
      return controls.size();
    }

    @Override
    public ElementaryGate controlledBy(List<Integer> more) {
      List<Integer> all = new ArrayList<>(more.size() + controls.size());
      all.addAll(more);
      all.addAll(controls);
      return new ElementaryGate(type, angles, all, targets);
    }

    @Override
    public ElementaryGate inverse() {
      GateType inverse = inverse(type);
      List<Double> undone =
          type == GateType.U
              ? List.of(0 - angles.get(0), 0 - angles.get(2), 0 - angles.get(1))
              : angles.stream().map(angle -> 0 - angle).toList();
      return new ElementaryGate(inverse, undone, controls, targets);
    }

    private static GateType inverse(GateType type) {
      return switch (type) {
        case S -> GateType.SDG;
        case SDG -> GateType.S;
        case T -> GateType.TDG;
        case TDG -> GateType.T;
        case SX -> GateType.SXDG;
        case SXDG -> GateType.SX;
        default -> type;
      };
    }
  }

  /** A global phase; under controls it becomes a gate. */
  record Phase(double angle) implements Primitive {
    @Override
    public Primitive controlledBy(List<Integer> controls) {
      int last = controls.size() - 1;
      return new ElementaryGate(
          GateType.P,
          List.of(angle),
          List.copyOf(controls.subList(0, last)),
          List.of(controls.get(last)));
    }

    @Override
    public Phase inverse() {
      return new Phase(-angle);
    }
  }

  /** A barrier; stays what it is under every modifier. */
  record Barrier(List<Integer> qubits) implements Primitive {
    @Override
    public Barrier controlledBy(List<Integer> controls) {
      return this;
    }

    @Override
    public Barrier inverse() {
      return this;
    }
  }

  /**
   * A real power of one gate, if it is again a sequence of gates of the model, else null.
   *
   * <p>Gates with eigenvalues 1 and e^{iα} get the power with eigenvalues 1 and e^{ikα}; rotations
   * have their angle multiplied.
   */
  static @Nullable List<Primitive> power(Primitive base, double exponent) {
    if (base instanceof Phase phase) {
      return List.of(new Phase(phase.angle() * exponent));
    }
    if (base instanceof ElementaryGate gate) {
      return Powers.of(gate, exponent);
    }
    if (base instanceof Barrier) {
      return List.of(base);
    }
    throw new IllegalStateException("unknown primitive " + base.getClass());
  }
}
