package io.quantumexecutor.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real programs from other projects, translated and executed, where they are at hand. */
class SharedProgramsTest {
  private static final Path PROGRAMS = Path.of("..", "shared", "programs");
  private static final String OPENQASM_TARGET = "quantinuum.sim.h2-1e";
  private static final String QIR_TARGET = "quantinuum.sim.helios-1e";

  private final Translation translation =
      new Translation(new JobFixture().targets, CircuitLimits.DEFAULT);

  /** Outcomes as the comments in the programs tell them. */
  @ParameterizedTest
  @CsvSource({
    "qasm2/bigadder_n18.qasm, 011000000",
    "qasm2/ipea_n2.qasm, 0011",
    "qasm2/qec_sm_n5.qasm, 01000",
    "qasm3/adder.qasm, 10000",
    "qasm3/qec.qasm, 01000"
  })
  void translate_programWithOneOutcome_stillHasIt(String file, String outcome) throws IOException {
    Simulator simulator = new Simulator();
    for (Circuit sent : asSent(file)) {
      assertThat(simulator.sample(sent, 50, 1, NoiseModel.NONE))
          .allSatisfy(key -> assertThat(key).endsWith(outcome));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qasm2/all_gates.qasm",
        "qasm2/hhl_n7.qasm",
        "qasm2/qaoa_n3.qasm",
        "qasm3/teleport.qasm"
      })
  void translate_otherProgram_keepsEveryProbability(String file) throws IOException {
    Map<String, Double> exact = ExactDistribution.of(openQasm(text(file)));
    for (Circuit sent : asSent(file)) {
      assertThat(ExactDistribution.difference(ExactDistribution.of(sent), exact)).isLessThan(1e-9);
    }
  }

  @Test
  void translate_teleport_bringsTheRotationToTheThirdQubit() throws IOException {
    for (Circuit sent : asSent("qasm3/teleport.qasm")) {
      Map<String, Double> probabilities = ExactDistribution.of(sent);
      double one =
          probabilities.entrySet().stream()
              .filter(outcome -> outcome.getKey().charAt(0) == '1')
              .mapToDouble(Map.Entry::getValue)
              .sum();
      assertThat(one).isCloseTo(Math.pow(Math.sin(0.15), 2), within(1e-12));
      assertThat(probabilities).hasSize(8);
    }
  }

  @Test
  void translate_programOf25QubitsWithoutMeasurement_measuresAllForIonqAndQir() throws IOException {
    String program = text("qasm2/classiq_edge_oracle_walk_n25.qasm");
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
    "qasm2/vqe_uccsd_n4.qasm, 225, 9, is not declared",
    "qasm2/invalid_broadcast_sizes.qasm, 7, 7, equal size"
  })
  void translate_invalidProgram_isRefusedWithItsPlace(
      String file, int line, int column, String message) throws IOException {
    Submission submission = JobFixture.submission(OPENQASM_TARGET, text(file));
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> translation.translate(submission));
    Problem first = refused.problems().get(0);
    assertThat(first.pointer()).isEqualTo("/program");
    assertThat(first.line()).isEqualTo(line);
    assertThat(first.column()).isEqualTo(column);
    assertThat(first.message()).contains(message);
  }

  @Test
  void translate_feedForwardForIonq_isRefusedWithEveryPlace() throws IOException {
    Submission submission = JobFixture.submission("ionq.simulator", text("qasm2/qec_sm_n5.qasm"));
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> translation.translate(submission));
    assertThat(refused.problems()).extracting(Problem::line).containsExactly(17, 18, 19);
  }

  /** The program as the two kinds of targets get it that take feed-forward, read back. */
  private Circuit[] asSent(String file) throws IOException {
    String program = text(file);
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

  private static String text(String file) throws IOException {
    assumeTrue(Files.isDirectory(PROGRAMS), "the shared programs are not here");
    return Files.readString(PROGRAMS.resolve(file));
  }
}
