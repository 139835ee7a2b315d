package io.quantumexecutor.local.emulator;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.local.emulator.EmulatedTarget.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a job uses up, by dimension of its provider's bill (Azure Quantum documentation, "Pricing
 * plans"); dimensions left out are 0.
 */
final class Consumption {
  /** Quantinuum's machines do these without a pulse. */
  private static final Set<GateType> VIRTUAL =
      EnumSet.of(
          GateType.Z, GateType.S, GateType.SDG, GateType.T, GateType.TDG, GateType.RZ, GateType.P);

  /** A thousand shots of a small program take about a quarter of a second, and so 25 units. */
  private static final double CENTISECONDS_PER_SHOT = 0.025;

  /** A recorded run of 100 shots took 10 s. */
  private static final double HOURS_PER_SHOT = 0.1 / 3_600;

  private final EmulatedTarget target;
  private double oneQubit;
  private double twoQubit;
  private double measurements;

  private Consumption(EmulatedTarget target) {
    this.target = target;
  }

  /** The bill of a circuit. */
  static Map<String, Double> of(EmulatedTarget target, Circuit circuit, int shots) {
    Consumption consumption = new Consumption(target);
    consumption.add(circuit.operations());
    return switch (target.provider()) {
      case "ionq" -> consumption.gateShots(shots);
      case "quantinuum" -> consumption.credits(circuit.qubitCount(), shots);
      default -> ofTime(target, shots);
    };
  }

  /** The bill of a program on a provider that charges for time. */
  static Map<String, Double> ofTime(EmulatedTarget target, int shots) {
    boolean hardware = target.kind() == Kind.QPU;
    if (target.provider().equals("rigetti")) {
      return hardware
          ? Map.of("qpu_time_centiseconds", Math.ceil(shots * CENTISECONDS_PER_SHOT))
          : Map.of();
    }
    double hours = Math.ceil(shots * HOURS_PER_SHOT * 1e4 - 1e-6) / 1e4;
    if (target.id().endsWith("free")) {
      return Map.of();
    }
    return Map.of(hardware ? "compute-time-qpu" : "compute-time-emu", hours);
  }

  private Map<String, Double> gateShots(int shots) {
    return target.kind() == Kind.QPU
        ? Map.of("gs1q", oneQubit * shots, "gs2q", twoQubit * shots)
        : Map.of();
  }

  /** HQC = 5 + C·(N1q + 10·N2q + 5·Nm)/5000, where Nm counts the preparation of each qubit too. */
  private Map<String, Double> credits(int qubits, int shots) {
    if (target.kind() == Kind.SYNTAX_CHECKER) {
      return Map.of();
    }
    double weight = oneQubit + 10 * twoQubit + 5 * (measurements + qubits);
    double credits = Math.ceil((5 + shots * weight / 5_000) * 100 - 1e-6) / 100;
    return Map.of(target.kind() == Kind.QPU ? "hqc" : "ehqc", credits);
  }

  /** All branches count. */
  private void add(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof Operation.Gate gate) {
        add(gate);
      } else if (operation instanceof Operation.Conditional conditional) {
        add(conditional.then());
        add(conditional.otherwise());
      } else if (!(operation instanceof Operation.Barrier)) {
        measurements++;
      }
    }
  }

  private void add(Operation.Gate gate) {
    int qubits = gate.controls().size() + gate.targets().size();
    boolean quantinuum = target.provider().equals("quantinuum");
    if (qubits == 1) {
      oneQubit += quantinuum && VIRTUAL.contains(gate.type()) ? 0 : 1;
      return;
    }
    // IonQ counts a gate on N qubits as 6·(N-2) two-qubit gates.
    int pairs = qubits == 2 ? 1 : 6 * (qubits - 2);
    twoQubit += pairs;
    oneQubit += quantinuum ? 2 * pairs : 0;
  }
}
