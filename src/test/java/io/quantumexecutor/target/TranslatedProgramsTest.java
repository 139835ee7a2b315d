package io.quantumexecutor.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.quantumexecutor.TestFiles;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ExactDistribution;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.ionq.IonqReader;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.circuit.qir.QirReader;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.simulator.NoiseModel;
import io.quantumexecutor.simulator.Simulator;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole programs, translated and executed. */
class TranslatedProgramsTest {
  private static final String OPENQASM_TARGET = "quantinuum.sim.h2-1e";
  private static final String QIR_TARGET = "quantinuum.sim.helios-1e";

  private final Translation translation =
      new Translation(new JobFixture().targets, CircuitLimits.DEFAULT);

  /** Outcomes as the comments in the programs tell them. */
  @ParameterizedTest
  @CsvSource({
    "OURS, qasm2/carry_adder.qasm, 11000",
    "OURS, qasm2/phase_by_bits.qasm, 1011",
    "OURS, qasm2/repetition_code.qasm, 10111",
    "OURS, qasm3/loop_adder.qasm, 1101",
    "OURS, qasm3/repetition_code.qasm, 11110",
    "OTHERS, qasm2/bigadder_n18.qasm, 011000000",
    "OTHERS, qasm2/ipea_n2.qasm, 0011",
    "OTHERS, qasm2/qec_sm_n5.qasm, 01000",
    "OTHERS, qasm3/adder.qasm, 10000",
    "OTHERS, qasm3/qec.qasm, 01000"
  })
  void translate_programWithOneOutcome_stillHasIt(TestFiles from, String file, String outcome) {
    Simulator simulator = new Simulator();
    for (Circuit sent : asSent(from, file)) {
      assertThat(simulator.sample(sent, 50, 1, NoiseModel.NONE))
          .allSatisfy(key -> assertThat(key).endsWith(outcome));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, qasm2/every_gate.qasm",
    "OURS, qasm2/rotations_n7.qasm",
    "OURS, qasm2/max_cut.qasm",
    "OURS, qasm3/teleport_state.qasm",
    "OTHERS, qasm2/all_gates.qasm",
    "OTHERS, qasm2/hhl_n7.qasm",
    "OTHERS, qasm2/qaoa_n3.qasm",
    "OTHERS, qasm3/teleport.qasm"
  })
  void translate_otherProgram_keepsEveryProbability(TestFiles from, String file) {
    Map<String, Double> exact = ExactDistribution.of(openQasm(from.program(file)));
    for (Circuit sent : asSent(from, file)) {
      assertThat(ExactDistribution.difference(ExactDistribution.of(sent), exact)).isLessThan(1e-9);
    }
  }

  @ParameterizedTest
  @CsvSource({"OURS, qasm3/teleport_state.qasm, 1.2", "OTHERS, qasm3/teleport.qasm, 0.3"})
  void translate_teleport_bringsTheRotationToTheThirdQubit(
      TestFiles from, String file, double angle) {
    for (Circuit sent : asSent(from, file)) {
      Map<String, Double> probabilities = ExactDistribution.of(sent);
      double one =
          probabilities.entrySet().stream()
              .filter(outcome -> outcome.getKey().charAt(0) == '1')
              .mapToDouble(Map.Entry::getValue)
              .sum();
      assertThat(one).isCloseTo(Math.pow(Math.sin(angle / 2), 2), within(1e-12));
      assertThat(probabilities).hasSize(8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, qasm2/synthesized_n25.qasm",
    "OTHERS, qasm2/classiq_edge_oracle_walk_n25.qasm"
  })
  void translate_programOf25QubitsWithoutMeasurement_measuresAllForIonqAndQir(
      TestFiles from, String file) {
    String program = from.program(file);
    ProviderInput json = translation.translate(JobFixture.submission("ionq.simulator", program));
    assertThat(json.warnings()).singleElement().asString().contains("register meas");
    assertThat(json.layout()).isNotNull();
    assertThat(json.layout().registers()).containsExactly(new Register("meas", 25));
    assertThat(IonqReader.read(content(json), CircuitLimits.DEFAULT).qubitCount()).isEqualTo(25);
    ProviderInput qir = translation.translate(JobFixture.submission(QIR_TARGET, program));
    Circuit read = QirReader.read(content(qir), CircuitLimits.DEFAULT);
    assertThat(read.qubitCount()).isEqualTo(25);
    assertThat(read.bitCount()).isEqualTo(25);
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, qasm2/undeclared_registers.qasm, 10, 9, is not declared",
    "OURS, qasm2/unequal_registers.qasm, 7, 12, equal size",
    "OTHERS, qasm2/vqe_uccsd_n4.qasm, 225, 9, is not declared",
    "OTHERS, qasm2/invalid_broadcast_sizes.qasm, 7, 7, equal size"
  })
  void translate_invalidProgram_isRefusedWithItsPlace(
      TestFiles from, String file, int line, int column, String message) {
    Submission submission = JobFixture.submission(OPENQASM_TARGET, from.program(file));
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> translation.translate(submission));
    Problem first = refused.problems().get(0);
    assertThat(first.pointer()).isEqualTo("/program");
    assertThat(first.line()).isEqualTo(line);
    assertThat(first.column()).isEqualTo(column);
    assertThat(first.message()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"OURS, qasm2/repetition_code.qasm, 20, 22", "OTHERS, qasm2/qec_sm_n5.qasm, 17, 19"})
  void translate_feedForwardForIonq_isRefusedWithEveryPlace(
      TestFiles from, String file, int firstLine, int lastLine) {
    Submission submission = JobFixture.submission("ionq.simulator", from.program(file));
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> translation.translate(submission));
    assertThat(refused.problems())
        .extracting(Problem::line)
        .containsExactly(firstLine, firstLine + 1, lastLine);
  }

  /** The program as the two kinds of targets get it that take feed-forward, read back. */
  private Circuit[] asSent(TestFiles from, String file) {
    String program = from.program(file);
    return new Circuit[] {
      openQasm(content(translation.translate(JobFixture.submission(OPENQASM_TARGET, program)))),
      QirReader.read(
          content(translation.translate(JobFixture.submission(QIR_TARGET, program))),
          CircuitLimits.DEFAULT)
    };
  }

  private static Circuit openQasm(String text) {
    return OpenQasmReader.read(text, Map.of(), CircuitLimits.DEFAULT);
  }

  private static String content(ProviderInput input) {
    return new String(input.content().bytes(), UTF_8);
  }
}
