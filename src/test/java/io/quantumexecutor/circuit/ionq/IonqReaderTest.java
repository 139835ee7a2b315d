package io.quantumexecutor.circuit.ionq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.ReferenceState;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.SameUnitary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IonqReaderTest {
  @Test
  void read_olderFormWithoutGateset_isQis() {
    Circuit circuit =
        read(
            "{'qubits':3,'circuit':[{'gate':'h','target':0},"
                + "{'gate':'cnot','control':0,'target':1},"
                + "{'gate':'not','controls':[0,1],'targets':[2]}]}");
    assertThat(circuit)
        .isEqualTo(
            new Circuit(
                List.of(new Register("q", 3)),
                List.of(),
                List.of(
                    gate(GateType.H, List.of(), List.of(), 0),
                    gate(GateType.X, List.of(), List.of(0), 1),
                    gate(GateType.X, List.of(), List.of(0, 1), 2))));
  }

  @Test
  void read_aliasesAndRotations_areTheModelsGates() {
    Circuit circuit =
        read(
            "{'gateset':'qis','name':'n','format':'ionq.circuit.v1','qubits':2,'circuit':["
                + "{'gate':'v','target':0},{'gate':'vi','target':0},{'gate':'si','target':0},"
                + "{'gate':'ti','target':0},{'gate':'z','target':0},"
                + "{'gate':'z','control':1,'target':0,'rotation':-0.5},"
                + "{'gate':'yy','targets':[1,0],'rotation':2}]}");
    assertThat(circuit.operations())
        .containsExactly(
            gate(GateType.SX, List.of(), List.of(), 0),
            gate(GateType.SXDG, List.of(), List.of(), 0),
            gate(GateType.SDG, List.of(), List.of(), 0),
            gate(GateType.TDG, List.of(), List.of(), 0),
            gate(GateType.Z, List.of(), List.of(), 0),
            gate(GateType.P, List.of(-0.5), List.of(1), 0),
            new Gate(GateType.RYY, List.of(2.0), List.of(), List.of(1, 0), Place.NONE));
  }

  @Test
  void read_nativeGates_takeTurnsAndTheDefaultAngle() {
    Circuit circuit =
        read(
            "{'gateset':'native','qubits':2,'circuit':[{'gate':'gpi','target':0,'phase':0.5},"
                + "{'gate':'ms','targets':[0,1],'phases':[0,0.25]},"
                + "{'gate':'zz','targets':[0,1],'angle':0.1}]}");
    assertThat(circuit.operations())
        .containsExactly(
            gate(GateType.GPI, List.of(0.5), List.of(), 0),
            new Gate(GateType.MS, List.of(0.0, 0.25, 0.25), List.of(), List.of(0, 1), Place.NONE),
            new Gate(GateType.NATIVE_ZZ, List.of(0.1), List.of(), List.of(0, 1), Place.NONE));
  }

  @Test
  void read_pauliexpOfOneWord_isTheRotationOfThatName() {
    for (GateType type : List.of(GateType.RXX, GateType.RYY, GateType.RZZ)) {
      String letter = type.name().substring(1, 2);
      Circuit circuit =
          read(
              "{'qubits':2,'circuit':[{'gate':'pauliexp','targets':[1,0],'terms':['"
                  + letter
                  + letter
                  + "'],'coefficients':[0.5],'time':0.7}]}");
      SameUnitary.assertSame(
          type.name(),
          2,
          circuit.operations(),
          List.of(new Gate(type, List.of(0.7), List.of(), List.of(0, 1), Place.NONE)));
    }
  }

  @Test
  void read_pauliexpOfMixedWordUnderControl_isTheExponentialOnTheRightQubits() {
    Circuit circuit =
        read(
            "{'qubits':4,'circuit':[{'gate':'pauliexp','control':3,'targets':[2,0,1],"
                + "'terms':['XYI','III'],'coefficients':[1,2],'time':0.3}]}");
    // H turns Z into X, and S·H turns Z into Y; the word of I only is a phase on the control.
    List<Operation> expected =
        List.of(
            gate(GateType.H, List.of(), List.of(), 2),
            gate(GateType.SDG, List.of(), List.of(), 0),
            gate(GateType.H, List.of(), List.of(), 0),
            new Gate(GateType.RZZ, List.of(0.6), List.of(3), List.of(0, 2), Place.NONE),
            gate(GateType.H, List.of(), List.of(), 0),
            gate(GateType.S, List.of(), List.of(), 0),
            gate(GateType.H, List.of(), List.of(), 2),
            gate(GateType.P, List.of(-0.6), List.of(), 3));
    SameUnitary.assertSame("pauliexp", 4, circuit.operations(), expected);
  }

  @Test
  void read_pauliexpOfTermsThatDoNotCommute_isRefused() {
    assertRefused(
        "{'qubits':2,'circuit':[{'gate':'pauliexp','targets':[0,1],'terms':['XX','YY','XI','ZZ'],"
            + "'coefficients':[1,1,1,1],'time':1}]}",
        "/circuit/0/terms/2: does not commute with terms/1; split the gate");
  }

  @Test
  void read_manyFaults_areAllNamedByPointer() {
    assertRefused(
        "{'qubits':2,'shots':5,'circuit':[{'gate':'foo','target':0},{'gate':'h','target':2},"
            + "{'gate':'rx','target':1},{'gate':'cnot','target':1},"
            + "{'gate':'swap','targets':[0]},{'gate':'x','control':1,'target':1},7,"
            + "{'gate':'gpi','target':0,'phase':0},{'gate':'h','target':'a','x/y':1},"
            + "{'gate':'swap','targets':[0,1],'control':0},{'target':0}]}",
        "/shots: unknown here; leave it out",
        "/circuit/0/gate: gate \"foo\" is not in gate set qis",
        "/circuit/1/target: 2 is not between 0 and 1",
        "/circuit/2/rotation: missing; give a number of radians",
        "/circuit/3/control: missing; cnot needs a control qubit",
        "/circuit/4/targets: the gate has 2 targets",
        "/circuit/5: qubit 1 is named twice",
        "/circuit/6: give a gate: an object with \"gate\" and \"target\"",
        "/circuit/7/gate: gate \"gpi\" is not in gate set qis; a circuit takes either native gates"
            + " or the others, not both",
        "/circuit/8/target: give a whole number from 0 to 1",
        "/circuit/8/x~1y: unknown here; leave it out",
        "/circuit/9/controls: IonQ's swap takes no controls",
        "/circuit/10/gate: missing; give the gate's name");
  }

  @Test
  void read_topLevelFaults_areNamed() {
    assertRefused(
        "{'gateset':'qasm'}",
        "/qubits: missing; give a whole number from 1 to 1024",
        "/gateset: give \"qis\" or \"native\"",
        "/circuit: missing; give a list of gates");
    assertRefused("[]", "give one JSON object with \"qubits\" and \"circuit\"");
    assertRefused("{'qubits':0,'circuit':[]}", "/qubits: 0 is not between 1 and 1024");
  }

  @Test
  void read_brokenJson_isRefusedWithLineAndColumn() {
    assertThatThrownBy(() -> read("{'qubits':1,\n'circuit':[}"))
        .isInstanceOf(ProgramException.class)
        .hasMessageStartingWith("line 2, column 12: not readable as JSON: ");
    assertThatThrownBy(() -> read("{'qubits':1,'qubits':2,'circuit':[]}"))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("Duplicate field 'qubits'");
    assertThatThrownBy(() -> read("")).isInstanceOf(ProgramException.class);
  }

  @Test
  @Timeout(20)
  void read_hostileTexts_areRefusedQuickly() {
    CircuitLimits limits = CircuitLimits.DEFAULT;
    for (String hostile :
        List.of(
            "[".repeat(1_000_000),
            "{\"a\":".repeat(1_000_000),
            " ".repeat(limits.sourceChars() + 1),
            "{\"qubits\":" + "9".repeat(100_000) + "}",
            "{\"qubits\":1,\"circuit\":[" + "0,".repeat(2_000_000) + "0]}",
            "{\"qubits\":1e999,\"circuit\":[]}")) {
      assertThatThrownBy(() -> IonqReader.read(hostile, limits))
          .isInstanceOf(ProgramException.class)
          .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(20_000));
    }
  }

  @Test
  void read_moreGatesThanAllowed_isRefused() {
    String text = "{'qubits':1,'circuit':[{'gate':'x','target':0},{'gate':'x','target':0}]}";
    CircuitLimits limits = new CircuitLimits(1_000, 10, 1, 1, 1);
    assertThatThrownBy(() -> IonqReader.read(text.replace('\'', '"'), limits))
        .hasMessage("the circuit has more than 1 gates");
  }

  @Test
  void read_pauliexpWords_actOnTargetsLetterByLetter() {
    Circuit circuit =
        read(
            "{'qubits':2,'circuit':[{'gate':'pauliexp','targets':[0,1],'terms':['IX'],"
                + "'coefficients':[1],'time':1.5707963267948966}]}");
    ReferenceState state = ReferenceState.basis(2, 0);
    circuit.operations().forEach(operation -> state.apply((Gate) operation));
    assertThat(state.weight(2)).isBetween(1 - 1e-12, 1 + 1e-12);
  }

  private static void assertRefused(String text, String... messages) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ProgramException.class,
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.message())
                    .containsExactly(messages));
  }

  private static Circuit read(String text) {
    return IonqReader.read(text.replace('\'', '"'), CircuitLimits.DEFAULT);
  }

  private static Gate gate(GateType type, List<Double> angles, List<Integer> controls, int target) {
    return new Gate(type, angles, controls, List.of(target), Place.NONE);
  }
}
