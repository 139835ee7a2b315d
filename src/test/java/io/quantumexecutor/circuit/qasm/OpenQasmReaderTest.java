package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Register;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Little programs, each beside the one it must mean the same as. */
class OpenQasmReaderTest {
  private static final String TWO = "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[3]; creg c[3];";
  private static final String THREE =
      "OPENQASM 3.0; include \"stdgates.inc\"; qubit[3] q; bit[3] c;";

  static Stream<Arguments> same2() {
    return Stream.of(
        Arguments.of("x q;", "x q[0]; x q[1]; x q[2];"),
        Arguments.of("qreg r[3]; cx q,r;", "qreg r[3]; cx q[0],r[0]; cx q[1],r[1]; cx q[2],r[2];"),
        Arguments.of("qreg r[2]; cx q[0],r;", "qreg r[2]; cx q[0],r[0]; cx q[0],r[1];"),
        Arguments.of("rx(-3*pi/8) q[0];", "rx(-1.1780972450961724) q[0];"),
        Arguments.of("rx(pi*-3.59) q[0];", "rx(-11.278317626387357) q[0];"),
        Arguments.of("rx(2.15e+00) q[0];", "rx (2.15) q[0];"),
        Arguments.of("rx(2^3^2-1) q[0];", "rx(511) q[0];"),
        Arguments.of("rx(-2^2) q[0];", "rx(-4) q[0];"),
        Arguments.of("rx(3/2) q[0];", "rx(1.5) q[0];"),
        Arguments.of("rx(.5+1.) q[0];", "rx(1.5) q[0];"),
        Arguments.of("rx(sqrt(4)+ln(exp(1))) q[0];", "rx(3) q[0];"),
        Arguments.of(
            "gate g(a,b) s,t { rx(a-b) s; cx s,t; } g(3,1) q[0],q[2];",
            "rx(2) q[0]; cx q[0],q[2];"),
        Arguments.of("gate e a { } gate f a { e a; } f q; x q[0];", "x q[0];"),
        Arguments.of("gate g() a { x a; } g() q[1]; g q[0];", "x q[1]; x q[0];"),
        Arguments.of("gate h a { x a; } h q[0];", "x q[0];"),
        Arguments.of(
            "gate g a,b { x a; barrier a,b; x b; } g q[1],q[0];",
            "x q[1]; barrier q[1],q[0]; x q[0];"),
        Arguments.of("opaque o(a) s,t; x q[0];", "x q[0];"),
        Arguments.of(
            "measure q->c;", "measure q[0]->c[0]; measure q[1]->c[1]; measure q[2]->c[2];"),
        Arguments.of("reset q;", "reset q[0]; reset q[1]; reset q[2];"),
        Arguments.of("barrier q[0],q;", "barrier q[0],q[1],q[2];"),
        Arguments.of("if(c==9) x q[0];", ""),
        Arguments.of("id q; u0(1) q[0];", ""),
        Arguments.of("CX q[0],q[1]; U(1,2,3) q[0];", "cx q[0],q[1]; u3(1,2,3) q[0];"),
        Arguments.of("u2(1,2) q[0];", "u(pi/2,1,2) q[0];"));
  }

  @ParameterizedTest
  @MethodSource("same2")
  void read_version2_meansTheSame(String program, String plain) {
    assertThat(read(TWO + program)).isEqualTo(read(TWO + plain));
  }

  static Stream<Arguments> same3() {
    return Stream.of(
        Arguments.of("x q[0:1];", "x q[0]; x q[1];"),
        Arguments.of(
            "x q[-1]; x q[2:-1:1]; y q[{0,2}];", "x q[2]; x q[2]; x q[1]; y q[0]; y q[2];"),
        Arguments.of("let r = q[1:2]; cx q[0], r;", "cx q[0],q[1]; cx q[0],q[2];"),
        Arguments.of("let r = q[2] ++ q[0]; x r[0];", "x q[2];"),
        Arguments.of("const float t = pi/4; rx(2*t) q[0];", "rx(pi/2) q[0];"),
        Arguments.of(
            "const uint n = 2; for uint i in [0:n] { rx(i*1.5) q[i]; }",
            "rx(0) q[0]; rx(1.5) q[1]; rx(3) q[2];"),
        Arguments.of("for int i in {2,0} x q[i];", "x q[2]; x q[0];"),
        Arguments.of("for int i in [2:-1:0] x q[i];", "x q[2]; x q[1]; x q[0];"),
        Arguments.of("int k = 0; for int i in [0:2] { k += i; } rx(k) q[0];", "rx(3) q[0];"),
        Arguments.of(
            "uint[4] n = 5; for uint i in [0:2] { if (bool(n[i])) x q[i]; }", "x q[0]; x q[2];"),
        Arguments.of("if (2 > 1 && true) { x q[0]; } else { y q[0]; }", "x q[0];"),
        Arguments.of("rx(7 % 4 + (1 << 3) + 2**3 + (6 & 3)) q[0];", "rx(21) q[0];"),
        Arguments.of("rx(sin(π/2) + τ - 2*pi) q[0];", "rx(1) q[0];"),
        Arguments.of(
            "ctrl @ x q[0],q[1]; ctrl(2) @ x q[0],q[1],q[2];", "cx q[0],q[1]; ccx q[0],q[1],q[2];"),
        Arguments.of("negctrl @ y q[0],q[1];", "x q[0]; cy q[0],q[1]; x q[0];"),
        Arguments.of("inv @ s q[0]; inv @ u3(1,2,3) q[1];", "sdg q[0]; u3(-1,-3,-2) q[1];"),
        Arguments.of("gate g a,b { s a; cx a,b; } inv @ g q[0],q[1];", "cx q[0],q[1]; sdg q[0];"),
        Arguments.of(
            "gate g a,b { s a; cx a,b; } ctrl @ g q[2],q[0],q[1];",
            "ctrl @ s q[2],q[0]; ccx q[2],q[0],q[1];"),
        Arguments.of(
            "gate g a { h a; s a; } pow(2) @ g q[0]; pow(-1) @ g q[0];",
            "h q[0]; s q[0]; h q[0]; s q[0]; sdg q[0]; h q[0];"),
        Arguments.of("pow(1.0/2) @ rx(3) q[0]; pow(0.5) @ z q[0];", "rx(1.5) q[0]; p(pi/2) q[0];"),
        Arguments.of("pow(0.5) @ ctrl @ p(3) q[0],q[1];", "cp(1.5) q[0],q[1];"),
        Arguments.of("gphase(pi/3); x q[0];", "x q[0];"),
        Arguments.of(
            "ctrl @ gphase(1) q[0]; ctrl(2) @ gphase(1) q[0],q[1];", "p(1) q[0]; cp(1) q[0],q[1];"),
        Arguments.of("c = measure q;", "measure q -> c;"),
        Arguments.of("c[0:1] = measure q[1:2];", "measure q[1] -> c[0]; measure q[2] -> c[1];"),
        Arguments.of("bit b = measure q[0];", "bit b; measure q[0] -> b;"),
        Arguments.of(
            "def f(qubit a) -> bit { x a; return measure a; } c[1] = f(q[2]);",
            "x q[2]; c[1] = measure q[2];"),
        Arguments.of("def f(qubit[2] a, float t) { rx(t) a[1]; } f(q[0:1], 0.5);", "rx(0.5) q[1];"),
        Arguments.of("if (!c[0]) x q[0];", "if (c[0] == 0) x q[0];"),
        Arguments.of("if (c[0] == false) x q[0];", "if (!c[0]) x q[0];"),
        Arguments.of("if (5 == c) x q[0];", "if (c == \"101\") x q[0];"),
        Arguments.of("if (int[3](c) == -1) x q[0];", "if (c == 7) x q[0];"),
        Arguments.of("if (c != 5) x q[0];", "if (c == 5) { } else x q[0];"),
        Arguments.of("if (c > 7) x q[0]; if (c < 8) y q[0];", "y q[0];"),
        Arguments.of("#pragma foo\npragma bar\n@note x\n/* c */ x q[0]; // d", "x q[0];"));
  }

  @ParameterizedTest
  @MethodSource("same3")
  void read_version3_meansTheSame(String program, String plain) {
    Circuit circuit = read(THREE + program);
    Circuit expected = read(THREE + plain);
    if (program.contains("else") || plain.contains("else")) {
      assertThat(circuit.operations()).hasSameSizeAs(expected.operations());
    } else {
      assertThat(circuit).isEqualTo(expected);
    }
  }

  @Test
  void read_withoutVersionLine_qregTellsVersion2() {
    Circuit circuit = read("include \"qelib1.inc\"; qreg input[1]; rx(1/2) input;");
    Circuit plain = read("include \"stdgates.inc\"; qubit[1] r; rx(0.5) r;");
    assertThat(circuit.qubits()).containsExactly(new Register("input", 1));
    assertThat(circuit.operations()).isEqualTo(plain.operations());
  }

  @Test
  void read_inputs_areBoundFromParameters() {
    Circuit circuit =
        OpenQasmReader.read(
            THREE + "input float t; input uint[2] n; rx(t) q[n];",
            Map.of("t", 0.25, "n", 2.0),
            CircuitLimits.DEFAULT);
    assertThat(circuit).isEqualTo(read(THREE + "rx(0.25) q[2];"));
  }

  @Test
  void read_localBits_becomeRegistersThatAreNoOutputs() {
    Circuit circuit =
        read(THREE + "for int i in [0:1] { bit b; b = measure q[i]; if (b) x q[2]; }");
    assertThat(circuit.bits())
        .containsExactly(
            new Register("c", 3),
            new Register("b", 1).internal(),
            new Register("b_2", 1).internal());
  }

  private static Circuit read(String text) {
    return OpenQasmReader.read(text, Map.of(), CircuitLimits.DEFAULT);
  }
}
