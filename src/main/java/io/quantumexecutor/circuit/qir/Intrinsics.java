package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.GateType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gates behind the functions {@code __quantum__qis__…}: operands are controls, then targets.
 */
final class Intrinsics {
  private static final Map<String, Intrinsic> BY_NAME = byName();

  private Intrinsics() {}

  record Intrinsic(GateType type, int controls) {}

  private static Map<String, Intrinsic> byName() {
    Map<String, Intrinsic> all = new HashMap<>();
    for (GateType type : GateType.values()) {
      if (!type.isNative() && type != GateType.U) {
        all.put(name(type, 0), new Intrinsic(type, 0));
      }
    }
    all.put("cx__body", new Intrinsic(GateType.X, 1));
    all.put("cnot__body", new Intrinsic(GateType.X, 1));
    all.put("cy__body", new Intrinsic(GateType.Y, 1));
    all.put("cz__body", new Intrinsic(GateType.Z, 1));
    all.put("ccx__body", new Intrinsic(GateType.X, 2));
    all.put("ccnot__body", new Intrinsic(GateType.X, 2));
    return Map.copyOf(all);
  }

  /** The function's name without {@code __quantum__qis__}. */
  static String name(GateType type, int controls) {
    return switch (type) {
      case SDG -> "s__adj";
      case TDG -> "t__adj";
      case SXDG -> "sx__adj";
      case P -> "r1__body";
      default -> "c".repeat(controls) + type.name().toLowerCase(Locale.ROOT) + "__body";
    };
  }

  /** The gate of a function's name without {@code __quantum__qis__}. */
  static @Nullable Intrinsic find(String name) {
    return BY_NAME.get(name);
  }
}
