package io.quantumexecutor.circuit.ionq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.GeneratedCircuits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.SameUnitary;
import java.util.List;
import org.junit.jupiter.api.Test;

class IonqWriterTest {
  private static final int GENERATED = 1_000;

  @Test
  void write_bellWithMeasurements_hasGatesOnly() {
    Circuit bell =
        circuit(
            gate(GateType.H, List.of(), 0),
            gate(GateType.X, List.of(0), 1),
            new Operation.Barrier(List.of(0, 1), Place.NONE),
            new Operation.Measurement(0, 0, Place.NONE),
            new Operation.Measurement(1, 1, Place.NONE));
    assertThat(IonqWriter.write(bell))
        .isEqualTo(
            "{\"gateset\":\"qis\",\"qubits\":4,\"circuit\":[{\"gate\":\"h\",\"targets\":[0]},"
                + "{\"gate\":\"x\",\"controls\":[0],\"targets\":[1]}]}");
  }

  @Test
  void write_angles_keepTheirSignAndDigits() {
    Circuit circuit =
        circuit(
            gate(GateType.RX, List.of(-Math.PI / 2), List.of(), 1),
            gate(GateType.P, List.of(-0.1), List.of(0), 1),
            gate(GateType.P, List.of(7.5), List.of(), 1));
    assertThat(IonqWriter.write(circuit))
        .contains("{\"gate\":\"rx\",\"targets\":[1],\"rotation\":-1.5707963267948966}")
        .contains("{\"gate\":\"z\",\"controls\":[0],\"targets\":[1],\"rotation\":-0.1}")
        .contains("{\"gate\":\"rz\",\"targets\":[1],\"rotation\":7.5}");
  }

  @Test
  void write_nativeGates_useTheNativeGateSet() {
    Circuit circuit =
        circuit(
            gate(GateType.GPI2, List.of(0.25), List.of(), 2),
            new Gate(GateType.MS, List.of(0.0, 0.5, 0.125), List.of(), List.of(2, 0), Place.NONE),
            new Gate(GateType.NATIVE_ZZ, List.of(-0.5), List.of(), List.of(0, 1), Place.NONE));
    assertThat(IonqWriter.write(circuit))
        .isEqualTo(
            "{\"gateset\":\"native\",\"qubits\":4,\"circuit\":["
                + "{\"gate\":\"gpi2\",\"target\":2,\"phase\":0.25},"
                + "{\"gate\":\"ms\",\"targets\":[2,0],\"phases\":[0.0,0.5],\"angle\":0.125},"
                + "{\"gate\":\"zz\",\"targets\":[0,1],\"angle\":-0.5}]}");
  }

  @Test
  void write_nativeAndOtherGates_areRefusedByPlace() {
    Circuit circuit =
        circuit(
            gate(GateType.GPI, List.of(0.25), List.of(), 2),
            new Gate(GateType.H, List.of(), List.of(), List.of(0), new Place(5, 3)));
    assertThatThrownBy(() -> IonqWriter.write(circuit))
        .isInstanceOf(ProgramException.class)
        .hasMessageStartingWith("line 5, column 3: IonQ does not take gate H in a circuit");
  }

  @Test
  void write_whatNeedsMeasurementMidway_isRefusedWithEveryPlace() {
    Circuit circuit =
        circuit(
            new Operation.Reset(2, new Place(1, 1)),
            new Operation.Measurement(3, 0, new Place(2, 1)),
            new Gate(GateType.X, List.of(), List.of(3), List.of(0), new Place(3, 1)),
            new Operation.Measurement(3, 1, new Place(4, 1)),
            new Operation.Reset(0, new Place(5, 1)),
            new Operation.Conditional(
                new Condition.BitIs(0, true), List.of(), List.of(), new Place(6, 1)));
    String advice = "; choose a target that takes OpenQASM or adaptive QIR, such as Quantinuum's";
    assertThatThrownBy(() -> IonqWriter.write(circuit))
        .isInstanceOf(ProgramException.class)
        .hasMessage(
            "line 3, column 1: IonQ JSON cannot express gate x on b[1] after its measurement"
                + advice
                + "; line 4, column 1: IonQ JSON cannot express another measurement on b[1] after"
                + " its measurement"
                + advice
                + "; line 5, column 1: IonQ JSON cannot express a reset of a[0], which is in use"
                + advice
                + "; line 6, column 1: IonQ JSON cannot express a conditional"
                + advice);
  }

  @Test
  void write_generatedCircuits_readBackAsTheSameUnitary() {
    for (int seed = 0; seed < GENERATED; seed++) {
      Circuit circuit =
          seed % 5 == 0 ? GeneratedCircuits.ofNativeGates(seed) : GeneratedCircuits.straight(seed);
      String text = IonqWriter.write(circuit);
      Circuit read = IonqReader.read(text, CircuitLimits.DEFAULT);
      List<Operation> gates = circuit.operations().stream().filter(Gate.class::isInstance).toList();
      SameUnitary.assertSame("seed " + seed, circuit.qubitCount(), read.operations(), gates);
      assertThat(IonqWriter.write(read)).as("seed " + seed).isEqualTo(text);
      assertThat(IonqReader.read(IonqWriter.write(read), CircuitLimits.DEFAULT)).isEqualTo(read);
    }
  }

  private static Gate gate(GateType type, List<Integer> controls, int target) {
    return gate(type, List.of(), controls, target);
  }

  private static Gate gate(GateType type, List<Double> angles, List<Integer> controls, int target) {
    return new Gate(type, angles, controls, List.of(target), Place.NONE);
  }

  private static Circuit circuit(Operation... operations) {
    return new Circuit(
        List.of(new Register("a", 2), new Register("b", 2)),
        List.of(new Register("c", 2)),
        List.of(operations));
  }
}
