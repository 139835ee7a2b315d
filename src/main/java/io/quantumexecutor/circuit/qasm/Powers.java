package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.GateType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Real powers of single gates, exact also under controls. */
final class Powers {
  private Powers() {}

  static @Nullable List<Primitive> of(Primitive.ElementaryGate gate, double exponent) {
    return switch (gate.type()) {
      case RX, RY, RZ, P, RXX, RYY, RZZ ->
          List.of(with(gate, gate.type(), List.of(gate.angles().get(0) * exponent)));
      case Z -> phase(gate, Math.PI * exponent);
      case S -> phase(gate, Math.PI / 2 * exponent);
      case SDG -> phase(gate, -Math.PI / 2 * exponent);
      case T -> phase(gate, Math.PI / 4 * exponent);
      case TDG -> phase(gate, -Math.PI / 4 * exponent);
      case X -> aroundX(gate, Math.PI * exponent);
      case SX -> aroundX(gate, Math.PI / 2 * exponent);
      case SXDG -> aroundX(gate, -Math.PI / 2 * exponent);
      case Y ->
          List.of(
              plain(gate, GateType.SDG),
              plain(gate, GateType.H),
              with(gate, GateType.P, List.of(Math.PI * exponent)),
              plain(gate, GateType.H),
              plain(gate, GateType.S));
      default -> null;
    };
  }

  private static List<Primitive> phase(Primitive.ElementaryGate gate, double angle) {
    return List.of(with(gate, GateType.P, List.of(angle)));
  }

  /** X and its roots are diagonal between two Hadamard gates. */
  private static List<Primitive> aroundX(Primitive.ElementaryGate gate, double angle) {
    return List.of(
        plain(gate, GateType.H), with(gate, GateType.P, List.of(angle)), plain(gate, GateType.H));
  }

  private static Primitive with(Primitive.ElementaryGate gate, GateType type, List<Double> angles) {
    return new Primitive.ElementaryGate(type, angles, gate.controls(), gate.targets());
  }

  /** A gate that is undone later needs no controls. */
  private static Primitive plain(Primitive.ElementaryGate gate, GateType type) {
    return new Primitive.ElementaryGate(type, List.of(), List.of(), gate.targets());
  }
}
