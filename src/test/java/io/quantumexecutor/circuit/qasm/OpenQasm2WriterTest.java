package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("sets the default locale of this JVM")
class OpenQasm2WriterTest {
  private static final List<GateType> PLAIN =
      List.of(
          GateType.X,
          GateType.Y,
          GateType.Z,
          GateType.H,
          GateType.S,
          GateType.SDG,
          GateType.T,
          GateType.TDG,
          GateType.RX,
          GateType.RY,
          GateType.RZ);
  private static final String THREE =
      "OPENQASM 3; include \"stdgates.inc\"; qubit[2] q; bit[2] c; bit[2] d; bit[12] w;\n";

  @Test
  void write_everyKindOfStatement_isReadBackAsTheSameCircuit() {
    String text =
        """
        OPENQASM 2.0;
        include "qelib1.inc";
        qreg q[2];
        qreg r[1];
        creg c[2];
        creg d[1];
        x q[0];
        rx(-0.1) q[1];
        rz(1.0e-7) r[0];
        cx q[1],r[0];
        cz r[0],q[0];
        barrier q[0],r[0];
        reset q[1];
        measure q[0] -> c[1];
        if(c==2) sdg r[0];
        if(c==0) measure q[1] -> d[0];
        if(d==1) reset q[0];
        """;
    assertThat(OpenQasm2Writer.write(read(text))).isEqualTo(text);
  }

  @Test
  void write_circuitsOfItsVocabulary_areReadBackEqual() {
    Random random = new Random(20);
    for (int i = 0; i < 300; i++) {
      Circuit circuit = circuit(random, 200, OpenQasm2WriterTest::plainGate);
      assertThat(read(OpenQasm2Writer.write(circuit))).isEqualTo(circuit);
    }
  }

  @Test
  void write_anyGate_keepsTheUnitary() {
    Random random = new Random(21);
    for (int i = 0; i < 300; i++) {
      Circuit circuit = circuit(random, 6, OpenQasm2WriterTest::anyGate);
      Circuit back = read(OpenQasm2Writer.write(circuit));
      assertThat(DenseUnitary.of(back).distanceUpToPhase(DenseUnitary.of(circuit)))
          .as("%s", circuit)
          .isLessThan(1e-9);
    }
  }

  @Test
  void write_inAnyLocale_hasDecimalPoints() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      String written = OpenQasm2Writer.write(read(THREE + "rx(2) q[0]; rx(1e-9) q[0];"));
      assertThat(written).contains("rx(2.0) q[0];").contains("rx(1.0e-9) q[0];");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void write_namesThatAreTakenOrNotAllowed_areChanged() {
    Circuit circuit =
        new Circuit(
            List.of(new Register("x", 1), new Register("Q", 1), new Register("é", 1)),
            List.of(new Register("q", 1), new Register("measure", 1), new Register("_", 1)),
            List.of());
    assertThat(OpenQasm2Writer.write(circuit).lines().skip(2))
        .containsExactly(
            "qreg x_2[1];",
            "qreg q_2[1];",
            "qreg r__2[1];",
            "creg q[1];",
            "creg measure_2[1];",
            "creg r_[1];");
    assertThat(OpenQasm2Writer.bitRegisterNames(circuit)).containsExactly("q", "measure_2", "r_");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if (c[1]) x q[0];|if(c==2) x q[0]; if(c==3) x q[0];",
        "if (c != 1) x q[0];|if(c==0) x q[0]; if(c==2) x q[0]; if(c==3) x q[0];",
        "if (c == 1) x q[0]; else y q[0];"
            + "|if(c==1) x q[0]; if(c==0) y q[0]; if(c==2) y q[0]; if(c==3) y q[0];",
        "if (c[0]) { if (!c[1]) { x q[0]; } }|if(c==1) x q[0];",
        "if (w == 4095) x q[0];|if(w==4095) x q[0];",
        "if (c == 3) { barrier q; x q[0]; }|barrier q[0],q[1]; if(c==3) x q[0];",
        "if (c == 3) swap q[0],q[1];"
            + "|if(c==3) cx q[1],q[0]; if(c==3) cx q[0],q[1]; if(c==3) cx q[1],q[0];"
      })
  void write_condition_becomesTestsOfTheWholeRegister(String program, String expected) {
    String written = OpenQasm2Writer.write(read(THREE + program));
    List<String> body = written.lines().skip(6).toList();
    assertThat(String.join(" ", body)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "if (c[0] && d[0]) x q[0];, a condition on two registers",
    "if (w[0]) x q[0];, a condition on some bits of a register",
    "if (c == 1) { measure q[0] -> c[0]; x q[0]; }, measures into the register it tests"
  })
  void write_conditionThatCannotBeSaid_isRefusedWithItsPlace(String program, String expected) {
    Circuit circuit = read(THREE + program);
    ProgramException refused =
        catchThrowableOfType(ProgramException.class, () -> OpenQasm2Writer.write(circuit));
    assertThat(refused.errors()).isNotEmpty();
    assertThat(refused.errors().get(0).toString()).startsWith("line 2, column").contains(expected);
  }

  private interface GateSource {
    Operation.Gate next(Random random, List<Integer> qubits);
  }

  private static Circuit circuit(Random random, int gates, GateSource source) {
    List<Operation> operations = new ArrayList<>();
    List<Integer> qubits = new ArrayList<>(IntStream.range(0, 5).boxed().toList());
    for (int i = 0; i < gates; i++) {
      Collections.shuffle(qubits, random);
      operations.add(source.next(random, qubits));
    }
    return new Circuit(List.of(new Register("a", 2), new Register("b", 3)), List.of(), operations);
  }

  private static Operation.Gate plainGate(Random random, List<Integer> qubits) {
    GateType type = PLAIN.get(random.nextInt(PLAIN.size()));
    boolean mayBeControlled = type == GateType.X || type == GateType.Z;
    int controls = mayBeControlled ? random.nextInt(2) : 0;
    return gate(type, controls, random, qubits);
  }

  private static Operation.Gate anyGate(Random random, List<Integer> qubits) {
    List<GateType> types = List.of(GateType.values());
    GateType type = types.get(random.nextInt(types.size()));
    return gate(type, type.isNative() ? 0 : random.nextInt(4), random, qubits);
  }

  private static Operation.Gate gate(
      GateType type, int controls, Random random, List<Integer> qubits) {
    List<Double> angles =
        IntStream.range(0, type.angles()).mapToObj(i -> random.nextGaussian() * 4).toList();
    return new Operation.Gate(
        type,
        angles,
        qubits.subList(0, controls),
        qubits.subList(controls, controls + type.targets()),
        Place.NONE);
  }

  private static Circuit read(String text) {
    return OpenQasmReader.read(text, Map.of(), CircuitLimits.DEFAULT);
  }
}
