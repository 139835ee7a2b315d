package io.quantumexecutor.circuit.decompose;

import io.quantumexecutor.circuit.GateType;
import java.util.EnumMap;
import java.util.Map;

/**
 * The gates a target understands, and with how many controls.
 *
 * @param mostControls for each known gate type the largest number of controls; every smaller number
 *     is allowed too
 */
public record GateBasis(Map<GateType, Integer> mostControls) {
  /** IonQ's {@code qis} gate set: up to seven controls (IonQ API documentation). */
  public static final GateBasis IONQ_QIS =
      safeCore()
          .with(7, GateType.X, GateType.Y, GateType.Z, GateType.H, GateType.S, GateType.SDG)
          .with(7, GateType.T, GateType.TDG, GateType.SX, GateType.SXDG)
          .with(7, GateType.RX, GateType.RY, GateType.RZ, GateType.P)
          .with(0, GateType.SWAP, GateType.RXX, GateType.RYY, GateType.RZZ);

  /** IonQ's {@code native} gate set. */
  public static final GateBasis IONQ_NATIVE =
      new GateBasis(Map.of()).with(0, GateType.GPI, GateType.GPI2, GateType.MS, GateType.NATIVE_ZZ);

  /**
   * What Azure Quantum's QIR targets have in common: cy, swap, rxx and ryy are left out because
   * Quantinuum does not list them.
   */
  public static final GateBasis QIR = safeCore().with(2, GateType.X).with(0, GateType.RZZ);

  /** The gates that Azure Quantum documents for OpenQASM 2.0 on Quantinuum. */
  public static final GateBasis QUANTINUUM_QASM = safeCore();

  /** The gates whose cost in native gates of Quantinuum's H series is known. */
  public static final GateBasis QUANTINUUM_H = safeCore().with(0, GateType.RZZ);

  /** x y z h s sdg t tdg rx ry rz cx cz: every target has these, and all rules end in them. */
  private static GateBasis safeCore() {
    return new GateBasis(Map.of())
        .with(1, GateType.X, GateType.Z)
        .with(0, GateType.Y, GateType.H, GateType.S, GateType.SDG, GateType.T, GateType.TDG)
        .with(0, GateType.RX, GateType.RY, GateType.RZ);
  }

  public GateBasis {
    mostControls = Map.copyOf(mostControls);
  }

  private GateBasis with(int controls, GateType... types) {
    Map<GateType, Integer> all = new EnumMap<>(GateType.class);
    all.putAll(mostControls);
    for (GateType type : types) {
      all.put(type, controls);
    }
    return new GateBasis(all);
  }

  /** Whether the target understands the gate with that many controls. */
  public boolean allows(GateType type, int controls) {
    return controls <= mostControls.getOrDefault(type, -1);
  }
}
