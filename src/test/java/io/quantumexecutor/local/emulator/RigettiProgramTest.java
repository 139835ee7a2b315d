package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RigettiProgramTest {
  private static final String QVM = "rigetti.sim.qvm";
  private static final String MISTAKE =
      "QVM reported a problem running your program: error when calling QVM: failed to perform"
          + " multishot: Encountered the invalid instruction\n\n    %s\n\n"
          + "which could not be executed because ";

  private static JsonNode onQvm(String params, String program) {
    Output output = ProgramRuns.quil(QVM, params, program);
    assertThat(output.blob()).isEqualTo("rawOutputData");
    assertThat(output.contentType()).isEqualTo("application/json");
    return ProgramRuns.json(output.content());
  }

  @Test
  void run_asymmetricProgram_answersRowsPerRegionIndexZeroLeftmost() {
    String program =
        """
        # two regions
        DECLARE ro BIT[3]
        DECLARE other BIT
        PRAGMA PRESERVE_BLOCK
        X 7
        CONTROLLED X 7 90; I 4
        MEASURE 7 ro[0]
        MEASURE 4 ro[1]
        MEASURE 90 other
        MEASURE 4
        HALT
        """;

    assertThat(onQvm("{\"shots\":2}", program))
        .hasToString("{\"ro\":[[1,0,0],[1,0,0]],\"other\":[[1],[1]]}");
  }

  @Test
  void run_bell_givesEqualBitsOfBothKinds() {
    JsonNode rows =
        onQvm(
                "{\"count\":100}",
                "DECLARE ro BIT[2]\nH 0\nCNOT 0 1\nMEASURE 0 ro[0]\nMEASURE 1 ro[1]\n")
            .get("ro");

    assertThat(rows).hasSize(100);
    assertThat(rows).extracting(JsonNode::toString).containsOnly("[0,0]", "[1,1]");
  }

  @Test
  void run_substitutions_concatenatesTheRunsInOrder() {
    JsonNode output =
        onQvm(
            "{\"shots\":2,\"substitutions\":{\"theta\":[[0.0,0],[1.5707963267948966,1]]}}",
            """
            DECLARE ro BIT
            DECLARE theta REAL[2]
            RX(2*theta[0]) 0
            DAGGER RZ(cos(theta[1])^2) 0
            MEASURE 0 ro
            """);

    assertThat(output.get("ro")).hasToString("[[0],[0],[1],[1]]");
    assertThat(output.get("theta").get(0)).hasToString("[0.0,0.0]");
    assertThat(output.get("theta").get(3)).hasToString("[1.5707963267948966,1.0]");
  }

  /** Each gate is put between preparations that make its action visible in a certain outcome. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X 0; CNOT 0 1 | [1,1]",
        "X 0; SWAP 0 1 | [0,1]",
        "X 0; ISWAP 0 1 | [0,1]",
        "X 0; PSWAP(pi/3) 0 1 | [0,1]",
        "X 0; XY(pi) 0 1 | [0,1]",
        "X 0; H 1; CZ 0 1; H 1 | [1,1]",
        "X 0; H 1; CPHASE(pi) 0 1; H 1 | [1,1]",
        "H 1; CPHASE00(pi) 0 1; H 1 | [0,1]",
        "H 1; CPHASE01(pi) 0 1; H 1 | [0,1]",
        "X 1; H 0; CPHASE01(pi) 0 1; H 0 | [1,1]",
        "X 0; H 1; CPHASE10(pi) 0 1; H 1 | [1,1]",
        "H 1; CPHASE10(pi) 0 1; H 1 | [0,0]",
        "H 0; S 0; S 0; H 0 | [1,0]",
        "H 0; DAGGER T 0; T 0; PHASE(pi) 0; H 0 | [1,0]",
        "X 0; RESET 0; X 1 | [0,1]"
      })
  void run_gate_actsAsSpecified(String gates, String outcome) {
    JsonNode output =
        onQvm("{}", "DECLARE ro BIT[2]\n" + gates + "\nMEASURE 0 ro[0]\nMEASURE 1 ro[1]");

    assertThat(output.get("ro")).hasToString("[" + outcome + "]");
  }

  @Test
  void run_controlFlow_isAnsweredWithRandomBitsInTheRightShape() {
    JsonNode rows =
        onQvm(
                "{\"shots\":64}",
                "DECLARE ro BIT[2]\nLABEL @again\nMEASURE 0 ro[0]\nJUMP-WHEN @again ro[0]\n")
            .get("ro");

    assertThat(rows).hasSize(64);
    assertThat(rows)
        .extracting(JsonNode::toString)
        .containsOnly("[0,0]", "[0,1]", "[1,0]", "[1,1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | a | the operator a is not known",
        "h 0 | h 0 | the operator h is not known",
        "CNOT 0 | CNOT 0 | ",
        "RX(theta[5]) 0 | RX(theta[5]) 0 | ",
        "X 0 1 | X 0 1 | ",
        "MEASURE 0 theta | MEASURE 0 theta | there is no memory region of bits called theta",
        "MEASURE 0 ro[2] | MEASURE 0 ro[2] | ",
        "DECLARE bad BITS[2] | DECLARE bad BITS[2] | it is not a declaration",
        "%% | %% | it is not a valid instruction"
      })
  void run_invalidInstruction_failsWithTheSimulatorsWords(
      String line, String shown, String reason) {
    String program = "DECLARE ro BIT[2]\nDECLARE theta REAL\n" + line + "\nMEASURE 0 ro[0]\n";

    assertThatThrownBy(() -> onQvm("{}", program))
        .isInstanceOfSatisfying(
            JobFailure.class, failure -> assertThat(failure.code()).isEqualTo("InvalidInputData"))
        .hasMessageStartingWith(MISTAKE.replace("%s", shown) + (reason == null ? "" : reason))
        .hasMessageNotContaining("OpenQASM");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"skipQuilc\":\"yes\"}",
        "{\"shots\":0}",
        "{\"substitutions\":{\"theta\":[[1,2]]}}",
        "{\"substitutions\":{\"theta\":[]}}",
        "{\"substitutions\":{\"theta\":[[\"x\"]]}}",
        "{\"substitutions\":{\"theta\":[[1]],\"phi\":[[1],[2]]}}",
        "{\"substitutions\":{\"ro\":[[1]]}}"
      })
  void run_wrongParameters_areInvalidInput(String params) {
    String program = "DECLARE ro BIT\nDECLARE theta REAL\nDECLARE phi REAL\nMEASURE 0 ro\n";

    assertThatThrownBy(() -> onQvm(params, program))
        .isInstanceOfSatisfying(
            JobFailure.class, failure -> assertThat(failure.code()).isEqualTo("InvalidInputData"));
  }

  @Test
  void run_withoutTheRegionRo_fails() {
    assertThatThrownBy(() -> onQvm("{}", "DECLARE out BIT\nMEASURE 0 out\n"))
        .isInstanceOf(JobFailure.class)
        .hasMessageContaining("ro");
  }

  @Test
  void run_onHardware_isNoisyAndBilledByTime() {
    Output output =
        ProgramRuns.quil(
            "rigetti.qpu.cepheus-1-108q",
            "{\"shots\":1000}",
            "DECLARE ro BIT\nX 107\nMEASURE 107 ro\n");

    assertThat(ProgramRuns.json(output.content()).get("ro"))
        .extracting(JsonNode::toString)
        .contains("[0]")
        .filteredOn("[1]"::equals)
        .hasSizeGreaterThan(900);
    assertThat(output.consumed()).isEqualTo(Map.of("qpu_time_centiseconds", 25.0));
  }
}
