package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.JobDefinition.Formats;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgramRunnerTest {
  private static final Formats QIR = new Formats("qir.v1", QirJob.V2);
  private static final Formats QASM =
      new Formats("honeywell.openqasm.v1", "honeywell.quantum-results.v1");
  private static final Formats IONQ = new Formats("ionq.circuit.v1", "ionq.quantum-results.v1");
  private static final String GHZ_QASM =
      "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[3]; creg c[3];"
          + " h q[0]; cx q[0],q[1]; cx q[1],q[2]; measure q -> c;";
  private static final String GHZ_IONQ =
      "{\"qubits\":3,\"circuit\":[{\"gate\":\"h\",\"target\":0},"
          + "{\"gate\":\"cnot\",\"control\":0,\"target\":1},"
          + "{\"gate\":\"x\",\"controls\":[0,1],\"target\":2}]}";

  /** One entry point leaves qubit 0 as it is, the other turns it over. */
  private static final String TWO_ENTRY_POINTS =
      """
      %Result = type opaque
      %Qubit = type opaque

      define void @first() #0 {
      entry:
        call void @__quantum__qis__mz__body(%Qubit* null, %Result* null)
        call void @__quantum__rt__result_record_output(%Result* null, i8* null)
        ret void
      }

      define void @second() #0 {
      entry:
        call void @__quantum__qis__x__body(%Qubit* null)
        call void @__quantum__qis__mz__body(%Qubit* null, %Result* null)
        call void @__quantum__rt__result_record_output(%Result* null, i8* null)
        ret void
      }

      declare void @__quantum__qis__x__body(%Qubit*)
      declare void @__quantum__qis__mz__body(%Qubit*, %Result*)
      declare void @__quantum__rt__result_record_output(%Result*, i8*)

      attributes #0 = { "entry_point" "required_num_qubits"="1" "required_num_results"="1" }
      """;

  private static String code(String target, Formats formats, String params, String program) {
    try {
      ProgramRuns.run(target, formats, params, program);
      return "none";
    } catch (JobFailure e) {
      return e.code();
    }
  }

  @Test
  void run_batch_answersOneResultPerItem() {
    String params =
        "{\"shots\":3,\"items\":[{\"entryPoint\":\"second\"},{\"entryPoint\":\"first\"},"
            + "{\"entryPoint\":\"second\"}]}";

    JsonNode results =
        ProgramRuns.json(
                ProgramRuns.run("rigetti.sim.qvm", QIR, params, TWO_ENTRY_POINTS).content())
            .get("Results");

    assertThat(results)
        .extracting(result -> result.get("Shots").toString())
        .containsExactly("[1,1,1]", "[0,0,0]", "[1,1,1]");
  }

  @Test
  void run_entryPoint_choosesAmongSeveral() {
    assertThat(
            ProgramRuns.run("ionq.simulator", QIR, "{\"entryPoint\":\"second\"}", TWO_ENTRY_POINTS)
                .content())
        .contains("\"Shots\":[1]");
    assertThatThrownBy(
            () ->
                ProgramRuns.run(
                    "ionq.simulator", QIR, "{\"entryPoint\":\"third\"}", TWO_ENTRY_POINTS))
        .hasMessage("The program has no entry point 'third'.");
  }

  @ParameterizedTest
  @CsvSource({
    "quantinuum.sim.h2-1e, honeywell.openqasm.v1, ionq.quantum-results.v1,"
        + " CannotTranslateOutputData",
    "ionq.simulator, ionq.circuit.v1, microsoft.quantum-results.v2, CannotTranslateOutputData",
    "rigetti.sim.qvm, rigetti.quil.v1, rigetti.quil.v1, CannotTranslateOutputData",
    "pasqal.sim.emu-sv, pasqal.pulser.v1, ionq.quantum-results.v1, CannotTranslateOutputData",
    "ionq.simulator, qir.v1, ionq.quantum-results.v1, CannotTranslateOutputData",
    "ionq.simulator, rigetti.quil.v1, rigetti.quil-results.v1, CannotTranslateInputData",
    "pasqal.sim.emu-sv, qir.v1, microsoft.quantum-results.v2, CannotTranslateInputData",
    "ionq.simulator, ionq.circuit.v1, ionq.quantum-results.v1, InvalidInputData",
    "pasqal.sim.emu-sv, pasqal.pulser.v1, pasqal.pulser-results.v1, InvalidInputData",
    "quantinuum.sim.h2-1e, honeywell.openqasm.v1, honeywell.quantum-results.v1, quantinuum - 1000",
    "rigetti.sim.qvm, qir.v1, microsoft.quantum-results.v2, QIRPreProcessingFailed"
  })
  void run_wrongFormatOrProgram_failsWithTheServicesCode(
      String target, String input, String output, String code) {
    assertThat(code(target, new Formats(input, output), "{}", "nonsense")).isEqualTo(code);
  }

  @Test
  void run_tooManyItems_isAnInvalidProperty() {
    String items = "{},".repeat(1_000) + "{}";

    assertThat(code("ionq.simulator", QIR, "{\"items\":[" + items + "]}", TWO_ENTRY_POINTS))
        .isEqualTo("InvalidProperty");
  }

  @Test
  void consumed_onQuantinuum_isTheAmountOfTheRecordedJobs() {
    assertThat(
            ProgramRuns.run("quantinuum.sim.h2-1e", QASM, "{\"shots\":500}", GHZ_QASM).consumed())
        .isEqualTo(Map.of("ehqc", 10.5));
    assertThat(ProgramRuns.run("quantinuum.qpu.h2-1", QASM, "{}", GHZ_QASM).consumed())
        .isEqualTo(Map.of("hqc", 5.02));
    assertThat(ProgramRuns.run("quantinuum.sim.h2-1sc", QASM, "{}", GHZ_QASM).consumed()).isEmpty();
  }

  @Test
  void consumed_onIonq_countsGateShotsOfHardwareOnly() {
    assertThat(ProgramRuns.run("ionq.qpu.forte-1", IONQ, "{\"shots\":10}", GHZ_IONQ).consumed())
        .isEqualTo(Map.of("gs1q", 10.0, "gs2q", 70.0));
    assertThat(ProgramRuns.run("ionq.simulator", IONQ, "{\"shots\":10}", GHZ_IONQ).consumed())
        .isEmpty();
  }
}
