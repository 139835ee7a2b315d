package io.quantumexecutor.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.ionq.IonqWriter;
import io.quantumexecutor.circuit.qasm.OpenQasm2Writer;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.circuit.qir.QirProfile;
import io.quantumexecutor.circuit.qir.QirWriter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A short program that may be read must not become an endless text. */
class BoundedWritingTest {
  private static final String THREE =
      "OPENQASM 3; include \"stdgates.inc\"; qubit[40] q; bit[10] c;\n";
  private static final String LOOP = "for int i in [0:89999] ";
  private static final String SHORT_LOOP = "for int i in [0:19999] ";
  private static final Consumer<Circuit> OPENQASM_2 = OpenQasm2Writer::write;
  private static final Consumer<Circuit> QIR = BoundedWritingTest::writeQir;
  private static final Consumer<Circuit> IONQ = IonqWriter::write;

  private static void writeQir(Circuit circuit) {
    QirWriter.write(circuit, QirProfile.ADAPTIVE_RIF);
  }

  static Stream<Arguments> hostile() {
    String unequal = THREE + "if (c != 5) {" + LOOP + "x q[0]; }";
    String angles = THREE + LOOP + "for int j in [0:3] rz(1.2345678901234567e-300) q[0];";
    String controlled = THREE + SHORT_LOOP + "ctrl(30) @ x " + operands(31) + ";";
    return Stream.of(
        Arguments.of(
            "one gate under 1023 tests", unequal, OPENQASM_2, "statements of OpenQASM 2.0"),
        Arguments.of(
            "tests that never hold",
            THREE + SHORT_LOOP + "if (c < 5 && c > 700) x q[0];",
            OPENQASM_2,
            "steps"),
        Arguments.of("tests in tests", nested(), OPENQASM_2, "steps"),
        Arguments.of("long numbers", angles, QIR, "longer than 33554432 characters"),
        Arguments.of(
            "large conditions",
            THREE + "bit[64] d; " + LOOP + "if (d < 6148914691236517205) x q[0];",
            QIR,
            "expands"),
        Arguments.of("many controls", controlled, QIR, "more than 1000000 gates"),
        Arguments.of("many controls", controlled, IONQ, "more than 1000000 gates"),
        Arguments.of("many controls", controlled, OPENQASM_2, "more than 1000000 gates"));
  }

  private static String operands(int count) {
    StringBuilder text = new StringBuilder("q[0]");
    for (int i = 1; i < count; i++) {
      text.append(",q[" + i + "]");
    }
    return text.toString();
  }

  private static String nested() {
    StringBuilder text = new StringBuilder(THREE);
    for (int i = 0; i < 200; i++) {
      text.append("if (c != " + i + ") { x q[0]; ");
    }
    return text + "}".repeat(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void write_programThatBecomesLong_isRefusedWithThePlace(
      String what, String program, Consumer<Circuit> writer, String message) {
    ProgramException refused =
        Bounded.refusal(
            () -> writer.accept(OpenQasmReader.read(program, Map.of(), CircuitLimits.DEFAULT)));

    assertThat(refused.errors())
        .as(what)
        .anyMatch(error -> error.line() > 0 && error.message().contains(message));
  }

  @Test
  void write_longRegisterName_isCut() {
    String name = "q".repeat(900);
    Circuit circuit =
        OpenQasmReader.read(
            "OPENQASM 2.0; qreg " + name + "[2]; CX " + name + "[0]," + name + "[1];",
            Map.of(),
            CircuitLimits.DEFAULT);

    assertThat(OpenQasm2Writer.write(circuit)).hasSizeLessThan(500).contains("q".repeat(90));
  }

  @Test
  void write_deepConditions_needLittleStack() {
    StringBuilder text = new StringBuilder(THREE);
    text.append("if (c[0]) {".repeat(200)).append("x q[0];").append("}".repeat(200));
    Circuit circuit = OpenQasmReader.read(text.toString(), Map.of(), CircuitLimits.DEFAULT);

    Bounded.accepted(
        () -> {
          OPENQASM_2.accept(circuit);
          QIR.accept(circuit);
        });
  }
}
