package io.quantumexecutor.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.circuit.decompose.Decomposer;
import io.quantumexecutor.circuit.decompose.GateBasis;
import io.quantumexecutor.circuit.decompose.StraightLine;
import io.quantumexecutor.circuit.qasm.OpenQasm2Writer;
import io.quantumexecutor.circuit.qir.QirProfile;
import io.quantumexecutor.circuit.qir.QirWriter;
import io.quantumexecutor.simulator.NoiseModel;
import io.quantumexecutor.simulator.Simulator;
import io.quantumexecutor.target.price.CircuitFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever goes through a circuit knows every kind of operation, or says that it does not. */
class OperationKindsTest {
  private static final Operation GATE =
      new Operation.Gate(GateType.X, List.of(), List.of(), List.of(0), Place.NONE);
  private static final Circuit CIRCUIT =
      new Circuit(
          List.of(new Register("q", 2)),
          List.of(new Register("c", 1)),
          List.of(
              GATE,
              new Operation.Reset(1, Place.NONE),
              new Operation.Barrier(List.of(0, 1), Place.NONE),
              new Operation.Measurement(0, 0, Place.NONE),
              new Operation.Conditional(
                  new Condition.BitIs(0, true), List.of(GATE), List.of(), Place.NONE)));

  @Test
  void circuit_ofEveryKindOfOperation_isUnderstoodByAll() {
    assertThat(CIRCUIT.operations())
        .extracting(operation -> (Object) operation.getClass())
        .containsExactlyInAnyOrder((Object[]) Operation.class.getPermittedSubclasses());

    assertThat(CircuitFacts.of(CIRCUIT)).isEqualTo(new CircuitFacts(2, 3, 2, 0, 0, 1, 1, 1));
    assertThat(Decomposer.to(GateBasis.QIR).apply(CIRCUIT)).isEqualTo(CIRCUIT);
    assertThat(new Simulator().sample(CIRCUIT, 1, 1, NoiseModel.NONE)).containsExactly("1");
    assertThat(OpenQasm2Writer.write(CIRCUIT)).contains("x q", "reset", "barrier", "measure", "if");
    assertThat(QirWriter.write(CIRCUIT, QirProfile.ADAPTIVE_RIF))
        .contains("x__body", "reset", "br");
    assertThatThrownBy(() -> StraightLine.of(CIRCUIT, "a target"))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("a conditional");
  }
}
