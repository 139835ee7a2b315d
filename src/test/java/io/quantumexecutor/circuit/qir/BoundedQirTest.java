package io.quantumexecutor.circuit.qir;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.Bounded;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operand, branch and pair of cases is counted, and names in messages are cut. */
class BoundedQirTest {
  static Stream<String> attacks() {
    return HostileQir.refused().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void read_hostileText_isRefusedWithThePlace(String attack) {
    String text = HostileQir.refused().get(attack).get();

    ProgramException refused = Bounded.refusal(() -> QirReader.read(text, CircuitLimits.DEFAULT));

    assertThat(refused.errors()).hasSizeLessThanOrEqualTo(101);
    assertThat(refused.errors())
        .allMatch(error -> error.line() > 0 || error.message().startsWith("and "))
        .allMatch(error -> error.message().length() < 400);
  }
}
