package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No kind of statement may vanish from a circuit: each is elaborated or refused. */
class StatementKindsTest {
  private static final String OPENQASM_3 =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float theta;
      const float half = 0.5;
      qubit[2] q;
      bit[2] c;
      output bit[2] shown;
      let first = q[0];
      gate turn(a) p { rx(a) p; }
      def measured(qubit p) -> bit { return measure p; }
      turn(theta * half) first;
      barrier q;
      c[0] = measure q[0];
      measure q[1] -> c[1];
      reset q[0];
      if (c[0]) { x q[1]; }
      for int i in [0:1] { h q[i]; }
      { z q[0]; }
      """;
  private static final String OPENQASM_2 =
      "OPENQASM 2.0; opaque lens a; qreg q[1]; creg c[1]; measure q -> c;";
  private static final String RETURN = "OPENQASM 3.0; return;";

  @Test
  void elaborate_everyKindOfStatement_isKnown() {
    Set<Class<?>> kinds = new HashSet<>();
    for (String text : List.of(OPENQASM_3, OPENQASM_2, RETURN)) {
      parse(text).forEach(statement -> kinds.add(statement.getClass()));
    }

    assertThat(kinds).containsExactlyInAnyOrder(Statement.class.getPermittedSubclasses());
    assertThat(read(OPENQASM_3, Map.of("theta", 1.0))).isPositive();
    assertThat(read(OPENQASM_2, Map.of())).isPositive();
    assertThatThrownBy(() -> read(RETURN, Map.of()))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("return");
  }

  private static List<Statement> parse(String text) {
    Diagnostics diagnostics = new Diagnostics(text);
    List<Statement> statements = new ArrayList<>();
    Budget budget = new Budget(CircuitLimits.DEFAULT, text.length());
    new ProgramParser(text, diagnostics, budget).parse(statements::add);
    return statements;
  }

  private static int read(String text, Map<String, Double> parameters) {
    return OpenQasmReader.read(text, parameters, CircuitLimits.DEFAULT).operations().size();
  }
}
