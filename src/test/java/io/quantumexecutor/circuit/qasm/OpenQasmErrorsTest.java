package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake is refused with its place; line 1 of version 2 programs is the header. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class OpenQasmErrorsTest {
  private static final String TWO = "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[3]; creg c[2];\n";
  private static final String THREE =
      "OPENQASM 3; include \"stdgates.inc\"; qubit[3] q; bit[2] c;\n";

  static Stream<Arguments> mistakes2() {
    return Stream.of(
        Arguments.of("h q[0]", "2:7 expected ';'"),
        Arguments.of("h r;", "2:3 'r' is not declared"),
        Arguments.of("h q[3];", "2:5 index 3 is out of range"),
        Arguments.of("h c;", "2:3 these must be qubits"),
        Arguments.of("foo q;", "2:1 gate 'foo' is not defined"),
        Arguments.of("rx q;", "2:1 'rx' takes 1 parameter, but 0 given"),
        Arguments.of("cx q[0];", "2:1 'cx' takes 2 qubits, but 1 given"),
        Arguments.of("cx q[0],q[0];", "2:10 a gate cannot act on the same qubit twice"),
        Arguments.of("qreg r[2]; cx q,r;", "2:17 this register has 2 qubits"),
        Arguments.of("rx(1/0) q;", "2:5 division by zero"),
        Arguments.of("rx(ln(0)) q;", "2:4 this has no finite value"),
        Arguments.of("rx(foo(1)) q;", "2:4 there is no function 'foo'"),
        Arguments.of("rx(a) q;", "2:4 'a' is not declared"),
        Arguments.of("rx(1e999) q;", "2:4 this number is too large"),
        Arguments.of("qreg q[2];", "2:6 'q' is declared twice"),
        Arguments.of("qreg r[0];", "2:6 a register needs a size of at least 1"),
        Arguments.of("qreg r[999999];", "2:6 with this the program has more than 1024 qubits"),
        Arguments.of("qreg r;", "2:7 expected '[' and the size"),
        Arguments.of("gate g a { h b; }", "2:14 'b' is not a qubit of this gate"),
        Arguments.of("gate g a { h a[0]; }", "2:15 the qubits of a gate have no indices"),
        Arguments.of("gate g a { g a; }", "2:12 gate 'g' calls itself"),
        Arguments.of("gate g a { measure a -> c[0]; }", "2:12 'measure' is not allowed"),
        Arguments.of("gate g a,a { }", "2:10 'a' is named twice"),
        Arguments.of("gate g(t) a { rx(u) a; } g(1) q;", "2:18 'u' is not declared"),
        Arguments.of("gate g a { } gate g a { }", "2:19 gate 'g' is defined twice"),
        Arguments.of("opaque o a; o q[0];", "2:13 'o' is opaque"),
        Arguments.of("measure q -> c;", "2:1 3 qubits cannot be measured into 2 bits"),
        Arguments.of("measure q[0];", "2:13 expected '->'"),
        Arguments.of("if(c[0]==1) x q[0];", "2:5 OpenQASM 2.0 can only test a whole register"),
        Arguments.of("if(c==x) x q[0];", "2:7 expected an integer"),
        Arguments.of("include \"my.inc\";", "2:1 only qelib1.inc and stdgates.inc"),
        Arguments.of("include \"my.inc;", "2:9 this string has no closing quote"),
        Arguments.of("/* x", "2:1 this comment has no closing"),
        Arguments.of("h q; }", "2:6 this '}' closes nothing"),
        Arguments.of("h € q;", "2:3 the character '€' has no meaning"),
        Arguments.of("OPENQASM 2.0;", "2:1 the version must be the first statement"));
  }

  @ParameterizedTest
  @MethodSource("mistakes2")
  void read_mistakeInVersion2_isRefusedWithItsPlace(String mistake, String expected) {
    assertFirst(TWO + mistake, expected);
  }

  static Stream<Arguments> mistakes3() {
    return Stream.of(
        Arguments.of("while (c[0]) { x q[0]; }", "2:1 'while' is not supported"),
        Arguments.of("delay[100ns] q[0];", "2:1 'delay' is not supported"),
        Arguments.of("box { x q[0]; }", "2:1 'box' is not supported"),
        Arguments.of("defcal x q { }", "2:1 'defcal' is not supported"),
        Arguments.of("extern f(int) -> int;", "2:1 'extern' is not supported"),
        Arguments.of("duration d = 1;", "2:1 'duration' is not supported"),
        Arguments.of("pow(0.5) @ h q[0];", "2:1 a power of 'h' must be an integer"),
        Arguments.of("ctrl(0) @ x q[0];", "2:1 a gate can have 1 to 1000 controls"),
        Arguments.of("ctrl @ x q[0];", "2:1 'x' takes 2 qubits, but 1 given"),
        Arguments.of("rx(1/2) q[0];", "2:5 1/2 divides integers and would lose its fraction"),
        Arguments.of("const int n = 1; n = 2;", "2:18 'n' is a constant"),
        Arguments.of("uint[2] n = 4;", "2:13 4 does not fit into uint[2]"),
        Arguments.of("int n; ", "2:5 'n' needs a value here"),
        Arguments.of("int n = 1; if (c[0]) { n = 2; }", "2:24 a value that depends on"),
        Arguments.of("if (c[0] == c[1]) x q[0];", "2:10 two measured values cannot be compared"),
        Arguments.of("input float t;", "2:13 input 't' has no value"),
        Arguments.of("for int i in [0:3] x q[i];", "2:24 index 3 is out of range"),
        Arguments.of("for int i in [0:0:3] x q[i];", "2:15 the step of a range cannot be 0"),
        Arguments.of("c = 1;", "2:5 bits can only be given the result"),
        Arguments.of("return 1;", "2:1 'return' is only supported as the last statement"),
        Arguments.of("def f() { f(); } f();", "2:11 subroutine 'f' calls itself"),
        Arguments.of("def f(qubit a) { } f(q);", "2:22 'a' has the size 1, but 3 given"),
        Arguments.of("def f(qubit a, qubit b) { } f(q[0], q[0]);", "2:38 the same qubit is given"),
        Arguments.of("let r = q ++ q;", "2:7 these parts overlap"),
        Arguments.of("x $0;", "2:3 physical qubits such as '$0' are not supported"),
        Arguments.of("int i = 9223372036854775807 + 1;", "2:29 this integer is too large"),
        Arguments.of("{ x q[0];", "2:10 expected '}' to close the body"));
  }

  @ParameterizedTest
  @MethodSource("mistakes3")
  void read_mistakeInVersion3_isRefusedWithItsPlace(String mistake, String expected) {
    assertFirst(THREE + mistake, expected);
  }

  @Test
  void read_severalMistakes_areAllReportedInOrder() {
    List<ProgramError> errors =
        errors(TWO + "h q[9];\ncx q[0] q[1];\n\nfoo q;\ngate g a { bar a; }\ng q; measure z -> y;");
    assertThat(errors)
        .extracting(error -> error.line() + ":" + error.column())
        .containsExactly("2:5", "3:9", "5:1", "6:12", "7:14", "7:19");
    assertThat(errors.get(1).sourceLine()).isEqualTo("cx q[0] q[1];");
  }

  @Test
  void read_declarationWithSyntaxError_isNotBlamedAtItsUses() {
    assertThat(errors("OPENQASM 2.0; qreg q[2\n; U(0,0,0) q[0]; qreg r[1]; U(0,0,0) r;"))
        .extracting(error -> error.line() + ":" + error.column())
        .containsExactly("2:1");
  }

  @Test
  void read_libraryGateWithoutInclude_saysWhatToInclude() {
    assertThat(errors("OPENQASM 2.0; qreg q[1]; U(0,0,0) q; h q;"))
        .singleElement()
        .satisfies(error -> assertThat(error.message()).contains("include \"qelib1.inc\""));
  }

  @Test
  void read_parametersThatDoNotFit_areAllNamed() {
    ProgramException refused =
        catchThrowableOfType(
            ProgramException.class,
            () ->
                OpenQasmReader.read(
                    THREE + "input float a; input float b; input int n;",
                    Map.of("a", 1.0, "x", 2.0, "n", 1.5),
                    CircuitLimits.DEFAULT));
    assertThat(refused.errors())
        .extracting(ProgramError::message)
        .satisfiesExactly(
            message -> assertThat(message).contains("'x'"),
            message -> assertThat(message).contains("'b' has no value"),
            message -> assertThat(message).contains("1.5 does not suit input 'n'"));
  }

  static Stream<String> hostile() {
    StringBuilder doubling = new StringBuilder(TWO + "gate g0 a { x a; }\n");
    StringBuilder empty = new StringBuilder(TWO + "gate g0 a { }\n");
    for (int i = 1; i < 200; i++) {
      String next = "gate g" + i + " a { g" + (i - 1) + " a; g" + (i - 1) + " a; }\n";
      doubling.append(next);
      empty.append(next);
    }
    return Stream.of(
        TWO + "rx(" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + ") q;",
        TWO + "rx(" + "-".repeat(100_000) + "1) q;",
        TWO + "rx(" + "1+".repeat(100_000) + "1) q;",
        TWO + "rx(" + "((1))+(1)+".repeat(50_000) + "1) q;",
        TWO + "rx(" + "2^".repeat(100_000) + "1) q;",
        TWO + "rx(" + ("(1" + "+1".repeat(900)).repeat(50) + ") q;",
        doubling + "g199 q[0];",
        empty + "g199 q[0]; foo q;",
        THREE + "for int i in [0:9223372036854775807] { }",
        THREE + "for int i in [0:999999] { for int j in [0:999999] { } }",
        THREE + "pow(9223372036854775807) @ h q[0];",
        THREE + "for int i in [0:999999] { barrier q; barrier q; }",
        THREE + "{".repeat(50_000),
        THREE + "if (c[0]) ".repeat(50_000) + "x q[0];",
        THREE + "inv @ ".repeat(50_000) + "y q;",
        THREE + "ctrl @ ".repeat(50_000) + "y q;",
        THREE + "int i = " + "9".repeat(100_000) + ";",
        THREE + "def f() { g(); } def g() { f(); } f();",
        "\"".repeat(10_000),
        "'",
        "}".repeat(10_000),
        "\u0000\u0001\uD83D\uDE00 q[0];",
        "\uD83D");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void read_hostileText_isRefusedInBoundedTime(String text) {
    assertThat(errors(text)).isNotEmpty().allMatch(error -> error.line() > 0);
  }

  @Test
  void read_textAboveTheLimit_isRefusedUnread() {
    CircuitLimits tiny = new CircuitLimits(10, 10, 10, 10, 10);
    assertThatCode(() -> OpenQasmReader.read("OPENQASM 2.0;", Map.of(), tiny))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("13 characters, the limit is 10");
  }

  private static void assertFirst(String text, String expected) {
    ProgramError first = errors(text).get(0);
    assertThat(first.line() + ":" + first.column() + " " + first.message()).startsWith(expected);
  }

  private static List<ProgramError> errors(String text) {
    ProgramException refused =
        catchThrowableOfType(
            ProgramException.class,
            () -> OpenQasmReader.read(text, Map.of(), CircuitLimits.DEFAULT));
    assertThat(refused).as("nothing refused").isNotNull();
    return refused.errors();
  }
}
