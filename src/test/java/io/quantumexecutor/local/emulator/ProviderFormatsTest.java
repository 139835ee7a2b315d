package io.quantumexecutor.local.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ExactDistribution;
import io.quantumexecutor.circuit.GeneratedPrograms;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.circuit.qir.QirProfile;
import io.quantumexecutor.circuit.qir.QirWriter;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.CompleteRun;
import io.quantumexecutor.local.emulator.JobDefinition.Formats;
import io.quantumexecutor.local.emulator.ProgramRunner.ReceivedJob;
import io.quantumexecutor.result.OutputRegister;
import io.quantumexecutor.result.ResultDecoders;
import io.quantumexecutor.result.ResultDocument;
import io.quantumexecutor.result.ResultRequest;
import io.quantumexecutor.workspace.QuantumWorkspace.NewProviderJob;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One program, whatever the provider's formats are: one document. */
class ProviderFormatsTest {
  private static final int SHOTS = 50;
  private static final int MANY_SHOTS = 2_000;
  private static final Map<String, Object> NOISELESS = Map.of("error-model", false);

  /** For each bit, counted from the right of a key, the qubit that is measured into it. */
  private static final List<String> QUBIT_OF_BIT =
      List.of("b[1]", "a[0]", "c[0]", "b[2]", "b[0]", "a[1]");

  private static final List<String> BITS = List.of("x[0]", "x[1]", "y[0]", "z[0]", "z[1]", "z[2]");
  private static final List<OutputRegister> REGISTERS =
      List.of(
          new OutputRegister("x", 2, 0),
          new OutputRegister("y", 1, 2),
          new OutputRegister("z", 3, 3));

  private final CompleteRun service = new CompleteRun();
  private final ProgramRunner emulator = new ProgramRunner();

  @ParameterizedTest
  @CsvSource({
    "ionq.simulator, ionq.quantum-results.v1",
    "quantinuum.sim.h2-1e, honeywell.quantum-results.v1",
    "rigetti.sim.qvm, microsoft.quantum-results.v2",
    "quantinuum.sim.helios-1e, microsoft.quantum-results.v2"
  })
  void result_eachBitByItself_isTheSameDocumentFromEveryProvider(String target, String format)
      throws IOException {
    for (String key : outcomes()) {
      var submission = CompleteRun.submission(target, program(key), SHOTS, NOISELESS);
      ResultDocument document = service.result(submission, this::answer);
      assertThat(document.origin().providerFormat()).isEqualTo(format);
      assertIs(key, document);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {QirJob.V1, QirJob.V2})
  void result_eachBitByItself_isTheSameDocumentFromBothFormatsOfTheService(String format) {
    for (String key : outcomes()) {
      Circuit circuit = read(program(key));
      String qir = QirWriter.write(circuit, QirProfile.BASE);
      String answer = answer("rigetti.sim.qvm", new Formats("qir.v1", format), SHOTS, qir);
      ResultRequest request =
          new ResultRequest(format, "rigetti.sim.qvm", OutputLayout.of(circuit), SHOTS, 1);
      assertIs(key, ResultDecoders.decode(request, answer.getBytes(UTF_8)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ionq.simulator",
        "quantinuum.sim.h2-1e",
        "rigetti.sim.qvm",
        "quantinuum.sim.helios-1e"
      })
  void result_generatedPrograms_isNearTheExactDistribution(String target) throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      String program = GeneratedPrograms.straight(seed);
      assertNear(program, service.result(sampled(target, program), this::answer));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"quantinuum.sim.h2-1e", "quantinuum.sim.helios-1e"})
  void result_generatedProgramsWithFeedForward_isNearTheExactDistribution(String target)
      throws IOException {
    for (int seed = 0; seed < 8; seed++) {
      String program = GeneratedPrograms.adaptive(seed);
      assertNear(program, service.result(sampled(target, program), this::answer));
    }
  }

  @Test
  void outcomes_ofTheProgram_tellEveryBitFromEveryOther() {
    assertThat(outcomes()).hasSize(BITS.size() + 1).contains("000001", "100000", "011010");
  }

  private static List<String> outcomes() {
    return IntStream.of(1, 2, 4, 8, 16, 32, 0b011010)
        .mapToObj(value -> "0".repeat(6) + Integer.toBinaryString(value))
        .map(padded -> padded.substring(padded.length() - BITS.size()))
        .toList();
  }

  /** A program with just this outcome; qubits, bits and their registers all in other orders. */
  private static String program(String key) {
    StringBuilder text =
        new StringBuilder("OPENQASM 2.0; include \"qelib1.inc\";")
            .append("qreg a[2]; qreg b[3]; qreg c[1]; creg x[2]; creg y[1]; creg z[3];\n");
    for (int bit = 0; bit < BITS.size(); bit++) {
      if (key.charAt(key.length() - 1 - bit) == '1') {
        text.append("x ").append(QUBIT_OF_BIT.get(bit)).append(";\n");
      }
    }
    for (int bit : List.of(4, 0, 3, 5, 1, 2)) {
      text.append("measure %s -> %s;\n".formatted(QUBIT_OF_BIT.get(bit), BITS.get(bit)));
    }
    return text.toString();
  }

  private static void assertIs(String key, ResultDocument document) {
    assertThat(document.counts()).containsExactly(Map.entry(key, (long) SHOTS));
    assertThat(document.probabilities()).containsExactly(Map.entry(key, 1.0));
    assertThat(document.registers()).isEqualTo(REGISTERS);
    assertThat(document.outcomes().countsLsbRight()).isTrue();
    assertThat(document.shots().numShots()).isEqualTo(SHOTS);
    assertThat(document.shots().discardedShots()).isZero();
    assertThat(document.warnings()).isEmpty();
  }

  /** A sample of N shots with K outcomes is as far off as this once in a thousand million times. */
  private static void assertNear(String program, ResultDocument document) {
    Map<String, Double> exact = ExactDistribution.of(read(program));
    Map<String, Double> seen = new HashMap<>();
    document
        .counts()
        .forEach((key, count) -> seen.put(key, (double) count / document.shots().numShots()));
    double bound =
        0.5 * Math.sqrt((double) exact.size() / MANY_SHOTS)
            + Math.sqrt(Math.log(1e9) / (2.0 * MANY_SHOTS));
    assertThat(ExactDistribution.difference(seen, exact) / 2).as(program).isLessThan(bound);
  }

  private static Submission sampled(String target, String program) {
    return CompleteRun.submission(target, program, MANY_SHOTS, NOISELESS);
  }

  private String answer(NewProviderJob job, String input) {
    Formats formats = new Formats(job.format().input(), job.format().output());
    return answer(job.target(), formats, (Integer) job.inputParams().get("shots"), input);
  }

  private String answer(String target, Formats formats, int shots, String input) {
    var params = new ObjectMapper().createObjectNode().put("error-model", false);
    params.put("shots", shots);
    EmulatedTarget emulated = EmulatedTargets.find(target).orElseThrow();
    return emulator.run(new ReceivedJob(emulated, formats, params, input, 5)).content();
  }

  private static Circuit read(String program) {
    return OpenQasmReader.read(program, Map.of(), CircuitLimits.DEFAULT);
  }
}
