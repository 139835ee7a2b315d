package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.GateType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Real powers of single gates, exact also under controls. */
final class Powers {
  private Powers() {}

  static @Nullable List<Primitive> of(Primitive.Turn turn, double exponent) {
    return switch (turn.type()) {
      case RX, RY, RZ, P, RXX, RYY, RZZ ->
          List.of(with(turn, turn.type(), List.of(turn.angles().get(0) * exponent)));
      case Z -> phase(turn, Math.PI * exponent);
      case S -> phase(turn, Math.PI / 2 * exponent);
      case SDG -> phase(turn, -Math.PI / 2 * exponent);
      case T -> phase(turn, Math.PI / 4 * exponent);
      case TDG -> phase(turn, -Math.PI / 4 * exponent);
      case X -> aroundX(turn, Math.PI * exponent);
      case SX -> aroundX(turn, Math.PI / 2 * exponent);
      case SXDG -> aroundX(turn, -Math.PI / 2 * exponent);
      case Y ->
          List.of(
              plain(turn, GateType.SDG),
              plain(turn, GateType.H),
              with(turn, GateType.P, List.of(Math.PI * exponent)),
              plain(turn, GateType.H),
              plain(turn, GateType.S));
      default -> null;
    };
  }

  private static List<Primitive> phase(Primitive.Turn turn, double angle) {
    return List.of(with(turn, GateType.P, List.of(angle)));
  }

  /** X and its roots are diagonal between two Hadamard gates. */
  private static List<Primitive> aroundX(Primitive.Turn turn, double angle) {
    return List.of(
        plain(turn, GateType.H), with(turn, GateType.P, List.of(angle)), plain(turn, GateType.H));
  }

  private static Primitive with(Primitive.Turn turn, GateType type, List<Double> angles) {
    return new Primitive.Turn(type, angles, turn.controls(), turn.targets());
  }

  /** A gate that is undone later needs no controls. */
  private static Primitive plain(Primitive.Turn turn, GateType type) {
    return new Primitive.Turn(type, List.of(), List.of(), turn.targets());
  }
}
