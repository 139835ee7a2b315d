package io.quantumexecutor.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers of the real service, where their recordings are at hand. */
class ProviderOutputsTest {
  private static final Path FOLDER = Path.of("..", "shared", "recordings");

  @Test
  void ionqCircuit_ghzOnTheSimulator() throws IOException {
    ResultDocument document = decode("ionq_circuit_submit_wait_results.json", qubits(3), 100);
    assertThat(document.probabilities()).containsExactly(entry("000", .5), entry("111", .5));
    assertThat(document.countsSource()).isEqualTo(CountsSource.SAMPLED_HERE);
    assertThat(document.counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(100);
  }

  @Test
  void ionqQiskitCircuit_fourOutcomes() throws IOException {
    ResultDocument document = decode("ionq_qiskit_passthrough_circuit.json", qubits(4), 500);
    assertThat(document.probabilities())
        .containsExactly(
            entry("0000", .25), entry("0111", .25), entry("1000", .25), entry("1111", .25));
  }

  @Test
  void ionqQir_992Of1000Shots_isAWarning() throws IOException {
    ResultDocument document = decode("ionq_qiskit_qir_5_qubit_992_shots.json", null, 1000);
    assertThat(document.counts()).containsExactly(entry("0", 496L), entry("1", 496L));
    assertThat(document.numShots()).isEqualTo(992);
    assertThat(document.requestedShots()).isEqualTo(1000);
    assertThat(document.sampled()).isFalse();
    assertThat(document.countsSource()).isEqualTo(CountsSource.PROVIDER);
    assertThat(document.warnings()).singleElement().asString().contains("992").contains("1000");
  }

  @Test
  void ionqQir_ghz_isExactlyHalfAndHalf() throws IOException {
    ResultDocument document = decode("ionq_qiskit_qir_quantum_results_v2.json", null, 100);
    assertThat(document.counts()).containsExactly(entry("000", 50L), entry("111", 50L));
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void qciQir_ghz() throws IOException {
    ResultDocument document = decode("qci_qiskit_qir_v2.json", null, 100);
    assertThat(document.counts()).containsExactly(entry("000", 53L), entry("111", 47L));
    assertThat(document.sampled()).isTrue();
  }

  @Test
  void quantinuumQir_ghz() throws IOException {
    ResultDocument document = decode("quantinuum_qiskit_qir_emulator_v2.json", null, 500);
    assertThat(document.counts()).containsExactly(entry("000", 258L), entry("111", 242L));
  }

  @Test
  void quantinuumCirq_bellOfTwoRegisters_showsNoise() throws IOException {
    ResultDocument document = decode("quantinuum_cirq_qasm_emulator.json", null, 500);
    assertThat(document.numShots()).isEqualTo(500);
    assertThat(document.registers().get(0)).isEqualTo(new OutputRegister("m_q0", 1, 0));
    int width = document.registers().size();
    long correlated =
        document.counts().getOrDefault("0".repeat(width), 0L)
            + document.counts().getOrDefault("1".repeat(width), 0L);
    assertThat(correlated).isBetween(450L, 500L);
  }

  @Test
  void quantinuumSyntaxChecker_givesZerosInEveryRegister() throws IOException {
    ResultDocument document = decode("quantinuum_qasm_syntax_checker.json", null, 100);
    assertThat(document.counts()).containsExactly(entry("000", 100L));
    assertThat(document.registers())
        .extracting(OutputRegister::name)
        .containsExactly("c0", "c1", "c2");
  }

  @Test
  void rigettiQuil_rowsOfTwoBits() throws IOException {
    ResultDocument document = decode("rigetti_quil_typed_params.json", null, 5);
    assertThat(document.counts()).containsExactly(entry("11", 3L), entry("00", 2L));
    assertThat(document.registers()).containsExactly(new OutputRegister("ro", 2, 0));
  }

  @Test
  void rigettiQiskit_lastRecordedBitIsLeftmost() throws IOException {
    ResultDocument document = decode("rigetti_qiskit_endianness.json", null, 100);
    assertThat(document.counts()).containsExactly(entry("100000000", 100L));
    assertThat(document.registers())
        .containsExactly(
            new OutputRegister("Item1", 3, 0),
            new OutputRegister("Item2", 3, 3),
            new OutputRegister("Item3", 3, 6));
  }

  @Test
  void rigettiQsharp_tupleOfResults() throws IOException {
    ResultDocument document = decode("rigetti_qsharp_qir_tuple_results.json", null, 1);
    assertThat(document.counts()).containsExactly(entry("00", 1L));
  }

  @Test
  void pasqal_hundredShots_turnedAround() throws IOException {
    ResultDocument document = decode("pasqal_pulser_default_params.json", null, 100);
    assertThat(document.counts().entrySet()).startsWith(entry("000100", 10L), entry("001000", 9L));
    assertThat(document.numShots()).isEqualTo(100);
    assertThat(document.counts().get("110001")).isEqualTo(7);
  }

  @Test
  void formatsWithoutOutcomes_giveNoCounts() throws IOException {
    for (String file :
        List.of(
            "microsoft_estimator_single.json",
            "microsoft_dft_failed_with_results.json",
            "results_with_expired_sas.json")) {
      assertThat(decode(file, null, 1).countsSource()).as(file).isEqualTo(CountsSource.NONE);
    }
  }

  private static OutputLayout qubits(int count) {
    List<Integer> identity = IntStream.range(0, count).boxed().toList();
    return new OutputLayout(List.of(new Register("q", count)), identity);
  }

  /** The last output that the recording downloads, decoded as its last job answer says. */
  private static ResultDocument decode(String file, @Nullable OutputLayout layout, int shots)
      throws IOException {
    assumeTrue(Files.exists(FOLDER), "the recordings are not at hand");
    String format = "";
    String target = "";
    JsonNode output = null;
    for (JsonNode call : new ObjectMapper().readTree(FOLDER.resolve(file).toFile())) {
      JsonNode body = call.path("response").path("body");
      String uri = call.path("request").path("uri").asText();
      boolean download = call.path("request").path("method").asText().equals("GET");
      if (body.has("outputDataFormat")) {
        format = body.get("outputDataFormat").asText();
        target = body.get("target").asText();
      } else if (download && !body.isMissingNode() && uri.contains("utData?")) {
        output = body;
      }
    }
    assertThat(output).isNotNull();
    byte[] raw = output.toString().getBytes(StandardCharsets.UTF_8);
    return ResultDecoders.decode(new ResultRequest(format, target, layout, shots, 1), raw);
  }
}
