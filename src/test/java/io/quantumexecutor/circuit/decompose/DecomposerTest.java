package io.quantumexecutor.circuit.decompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.SameUnitary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecomposerTest {
  private static final List<GateBasis> BASES =
      List.of(GateBasis.IONQ_QIS, GateBasis.QIR, GateBasis.QUANTINUUM_QASM);

  @ParameterizedTest
  @EnumSource(GateType.class)
  void apply_anyGateWithUpToEightControls_isTheSameUnitaryInTheBasis(GateType type) {
    Random random = new Random(type.name().hashCode());
    int mostControls = type.isNative() ? 0 : 8;
    for (int controls = 0; controls <= mostControls; controls++) {
      for (int idle = 0; idle <= (controls < 5 ? 3 : 1); idle++) {
        Gate gate = gate(type, controls, idle, random);
        int qubits = controls + type.targets() + idle;
        for (GateBasis basis : BASES) {
          Circuit circuit = circuit(qubits, List.of(gate));
          List<Operation> rewritten = Decomposer.to(basis).apply(circuit).operations();
          assertThat(rewritten)
              .allMatch(op -> op instanceof Gate g && basis.allows(g.type(), g.controls().size()));
          SameUnitary.assertSame(
              type + " with " + controls + " controls", qubits, rewritten, List.of(gate));
        }
      }
    }
  }

  @Test
  void apply_manyControlsWithOneQubitToSpare_growsLinearly() {
    assertThat(gatesOfX(40, 1)).isLessThan(22 * gatesOfX(20, 1) / 10);
    assertThat(gatesOfX(20, 1)).isLessThan(200);
  }

  @Test
  void apply_manyControlsWithoutAQubitToSpare_growsQuadratically() {
    assertThat(gatesOfX(40, 0)).isLessThan(48 * gatesOfX(20, 0) / 10);
    assertThat(gatesOfX(20, 0)).isLessThan(3_000);
  }

  @Test
  void apply_controlledRotationByNegativeAngle_keepsTheSign() {
    Gate gate = new Gate(GateType.RZ, List.of(-0.5), List.of(0), List.of(1), Place.NONE);
    List<Operation> rewritten =
        Decomposer.to(GateBasis.QIR).apply(circuit(2, List.of(gate))).operations();
    assertThat(rewritten)
        .filteredOn(op -> ((Gate) op).type() == GateType.RZ)
        .extracting(op -> ((Gate) op).angles().get(0))
        .containsExactly(-0.25, 0.25);
  }

  @Test
  void apply_gatesInsideConditionals_areRewrittenAndTheRestIsKept() {
    Gate swap = new Gate(GateType.SWAP, List.of(), List.of(), List.of(0, 1), Place.NONE);
    Operation measurement = new Operation.Measurement(0, 0, Place.NONE);
    Operation conditional =
        new Operation.Conditional(
            new Condition.BitIs(0, true), List.of(swap), List.of(swap, measurement), Place.NONE);
    Circuit circuit = circuit(2, List.of(measurement, conditional));
    List<Operation> rewritten = Decomposer.to(GateBasis.QIR).apply(circuit).operations();
    assertThat(rewritten.get(0)).isEqualTo(measurement);
    Operation.Conditional inner = (Operation.Conditional) rewritten.get(1);
    SameUnitary.assertSame("then", 2, inner.then(), List.of(swap));
    assertThat(inner.otherwise()).hasSize(4).endsWith(measurement);
  }

  @Test
  void apply_unusableAngles_areAllRefusedWithTheirPlaces() {
    Gate first = new Gate(GateType.RX, List.of(Double.NaN), List.of(), List.of(0), new Place(3, 7));
    Gate second = new Gate(GateType.RZ, List.of(1e308), List.of(), List.of(0), new Place(4, 1));
    assertThatThrownBy(() -> Decomposer.to(GateBasis.QIR).apply(circuit(1, List.of(first, second))))
        .isInstanceOf(ProgramException.class)
        .hasMessage(
            "line 3, column 7: angle NaN of gate RX is not a usable number; "
                + "line 4, column 1: angle 1.0E308 of gate RZ is not a usable number");
  }

  @Test
  void apply_circuitThatWouldExplode_isRefusedWithThePlaceItGrewTooLarge() {
    Gate gate =
        new Gate(
            GateType.X,
            List.of(),
            IntStream.range(0, 1_023).boxed().toList(),
            List.of(1_023),
            new Place(9, 2));
    Circuit circuit = circuit(1_024, Collections.nCopies(1_000, gate));
    assertThatThrownBy(() -> Decomposer.to(GateBasis.QUANTINUUM_QASM).apply(circuit))
        .isInstanceOf(ProgramException.class)
        .hasMessageStartingWith("line 9, column 2: the program needs more than 1000000 gates");
  }

  private static int gatesOfX(int controls, int idle) {
    Gate gate = gate(GateType.X, controls, idle, new Random(1));
    Circuit circuit = circuit(controls + 1 + idle, List.of(gate));
    return Decomposer.to(GateBasis.QIR).apply(circuit).operations().size();
  }

  private static Gate gate(GateType type, int controls, int idle, Random random) {
    List<Integer> qubits =
        new ArrayList<>(IntStream.range(0, controls + type.targets() + idle).boxed().toList());
    Collections.shuffle(qubits, random);
    List<Double> angles =
        Stream.generate(() -> random.nextDouble() * 14 - 7).limit(type.angles()).toList();
    return new Gate(
        type,
        angles,
        qubits.subList(0, controls),
        qubits.subList(controls, controls + type.targets()),
        Place.NONE);
  }

  private static Circuit circuit(int qubits, List<? extends Operation> operations) {
    return new Circuit(
        List.of(new Register("q", qubits)), List.of(new Register("c", 1)), List.copyOf(operations));
  }
}
