package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.Bounded;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Work is counted where it is done, whether anything comes of it or not. */
class BoundedReadingTest {
  private static final String THREE = "OPENQASM 3; include \"stdgates.inc\"; qubit[4] q;\n";

  static Stream<String> attacks() {
    return HostileOpenQasm.refused().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void read_hostileProgram_isRefusedWithThePlace(String attack) {
    String text = HostileOpenQasm.refused().get(attack).get();

    ProgramException refused = Bounded.refusal(() -> read(text, CircuitLimits.DEFAULT));

    assertThat(refused.errors()).isNotEmpty().allMatch(error -> error.line() > 0);
    assertThat(refused.errors()).allMatch(error -> error.sourceLine().length() <= 201);
  }

  @Test
  void read_moreStepsThanAllowed_namesTheStatementAndTheLimit() {
    CircuitLimits few = new CircuitLimits(1_000, 20, 100, 10, 10, 10, 500, 1_000);
    String text = THREE + "int n = 0;\nfor int i in [0:99] { n = i; }";

    List<ProgramError> errors = Bounded.refusal(() -> read(text, few)).errors();

    assertThat(errors)
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.line()).isEqualTo(3);
              assertThat(error.message()).contains("more than 500 steps", "fewer loops");
              assertThat(error.sourceLine()).startsWith("for int i");
            });
  }

  @Test
  void read_sameWorkThatMakesOperations_isAllowed() {
    CircuitLimits few = new CircuitLimits(1_000, 20, 100, 10, 10, 10, 500, 1_000);

    Bounded.accepted(() -> read(THREE + "for int i in [0:19] { x q; }", few));
  }

  @Test
  void read_longChainsOfOperators_areReadWithoutRecursion() {
    String chain = "c[0]==1" + " && c[0]==1".repeat(499);
    String sum = "1" + "+1".repeat(999);

    StringBuilder nested = new StringBuilder("gate g0 a { y a; }\n");
    for (int i = 1; i < 125; i++) {
      nested.append("gate g" + i + " a { inv @ g" + (i - 1) + " a; }\n");
    }

    Bounded.accepted(
        () -> {
          read(THREE + nested + "g124 q[0];", CircuitLimits.DEFAULT);
          read(THREE + "bit[4] c; if (" + chain + ") x q[0];", CircuitLimits.DEFAULT);
          read(THREE + "rz(" + sum + ") q[0];", CircuitLimits.DEFAULT);
          read(THREE + "inv @ ".repeat(100) + "y q[0];", CircuitLimits.DEFAULT);
        });
  }

  @Test
  void read_moreParametersThanAllowed_saysHowMany() {
    Map<String, Double> parameters = new HashMap<>();
    for (int i = 0; i < 1_025; i++) {
      parameters.put("p" + i, 1.0);
    }

    ProgramException refused =
        Bounded.refusal(() -> OpenQasmReader.read(THREE, parameters, CircuitLimits.DEFAULT));

    assertThat(refused).hasMessage("1025 parameters are given, the limit is 1024");
  }

  @Test
  void read_longPlainProgram_isRead() {
    String text =
        "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[9];\n" + "h q[0];\n".repeat(530_000);

    Bounded.accepted(() -> read(text, CircuitLimits.DEFAULT));
  }

  private static void read(String text, CircuitLimits limits) {
    OpenQasmReader.read(text, Map.of(), limits);
  }
}
