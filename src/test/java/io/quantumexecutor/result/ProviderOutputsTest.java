package io.quantumexecutor.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.TestFiles;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs as they are downloaded, decoded as the job's last answer says. */
class ProviderOutputsTest {
  @ParameterizedTest
  @CsvSource({
    "OURS, ionq_json.json, 3, 150, 001=0.5 111=0.5",
    "OURS, ionq_json_gateset.json, 4, 40, 1000=0.25 1001=0.25 1110=0.25 1111=0.25",
    "OTHERS, ionq_circuit_submit_wait_results.json, 3, 100, 000=0.5 111=0.5",
    "OTHERS, ionq_qiskit_passthrough_circuit.json, 4, 500, 0000=0.25 0111=0.25 1000=0.25 1111=0.25"
  })
  void decode_idealDistribution_isSampledHere(
      TestFiles from, String file, int qubits, int shots, String probabilities) {
    List<Integer> identity = IntStream.range(0, qubits).boxed().toList();
    OutputLayout layout = new OutputLayout(List.of(new Register("q", qubits)), identity);

    ResultDocument document = decode(from.exchanges(file), layout, shots);

    assertThat(text(document.probabilities())).isEqualTo(probabilities);
    assertThat(document.origin().countsSource()).isEqualTo(CountsSource.SAMPLED_HERE);
    assertThat(sum(document.counts())).isEqualTo(shots);
  }

  /** Registers are written as name[size], the most frequent outcomes suffice. */
  @ParameterizedTest
  @CsvSource({
    "OURS, ionq_qir.json, 40, 40, false, 100=20 111=20, result[3]",
    "OURS, ionq_qir_rounded_shots.json, 50, 48, false, 0=24 1=24, result[1]",
    "OURS, qci_qir.json, 30, 30, true, 10=17 01=13, result[2]",
    "OURS, quantinuum_qir.json, 60, 60, true, 00=31 11=28 10=1, result[2]",
    "OURS, quantinuum_registers.json, 40, 40, true, 00=20 11=18 01=2, m_left[1] m_right[1]",
    "OURS, quantinuum_syntax_check.json, 25, 25, true, 000=25, low[2] high[1]",
    "OURS, rigetti_quil.json, 7, 7, true, 10=4 11=3, ro[2]",
    "OURS, rigetti_qir_registers.json, 20, 20, true, 00110=20, Item1[2] Item2[3]",
    "OURS, rigetti_qir_tuple.json, 1, 1, true, 001=1, Item1[1] Item2[1] Item3[1]",
    "OURS, pasqal_pulser.json, 50, 50, true, 001=19 100=14 101=9 010=6 000=2, atoms[3]",
    "OTHERS, ionq_qiskit_qir_5_qubit_992_shots.json, 1000, 992, false, 0=496 1=496, result[1]",
    "OTHERS, ionq_qiskit_qir_quantum_results_v2.json, 100, 100, false, 000=50 111=50, result[3]",
    "OTHERS, qci_qiskit_qir_v2.json, 100, 100, true, 000=53 111=47, result[3]",
    "OTHERS, quantinuum_qiskit_qir_emulator_v2.json, 500, 500, true, 000=258 111=242, result[3]",
    "OTHERS, quantinuum_cirq_qasm_emulator.json, 500, 500, true, 000=254 111=241, m_q0[1] m_q1[1] m_q2[1]",
    "OTHERS, quantinuum_qasm_syntax_checker.json, 100, 100, true, 000=100, c0[1] c1[1] c2[1]",
    "OTHERS, rigetti_quil_typed_params.json, 5, 5, true, 11=3 00=2, ro[2]",
    "OTHERS, rigetti_qiskit_endianness.json, 100, 100, true, 100000000=100, Item1[3] Item2[3] Item3[3]",
    "OTHERS, rigetti_qsharp_qir_tuple_results.json, 1, 1, true, 00=1, Item1[1] Item2[1]",
    "OTHERS, pasqal_pulser_default_params.json, 100, 100, true, 000100=10 001000=9 010001=9, atoms[6]"
  })
  void decode_shots_areCountedByTheProvider(
      TestFiles from,
      String file,
      int requested,
      int returned,
      boolean sampled,
      String counts,
      String registers) {
    ResultDocument document = decode(from.exchanges(file), null, requested);

    assertThat(text(document.counts())).startsWith(counts);
    assertThat(sum(document.counts())).isEqualTo(returned);
    assertThat(document.registers()).isEqualTo(placed(registers));
    assertThat(document.origin().countsSource()).isEqualTo(CountsSource.PROVIDER);
    assertThat(document.origin().sampled()).isEqualTo(sampled);
    assertThat(document.shots().numShots()).isEqualTo(returned);
    assertThat(document.shots().requestedShots()).isEqualTo(requested);
    if (requested == returned) {
      assertThat(document.warnings()).isEmpty();
    } else {
      assertThat(document.warnings())
          .singleElement()
          .asString()
          .contains(String.valueOf(requested), String.valueOf(returned));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, microsoft_estimate.json",
    "OURS, microsoft_chemistry_failed.json",
    "OURS, microsoft_log.json",
    "OTHERS, microsoft_estimator_single.json",
    "OTHERS, microsoft_dft_failed_with_results.json",
    "OTHERS, results_with_expired_sas.json"
  })
  void decode_formatWithoutOutcomes_givesNoCounts(TestFiles from, String file) {
    assertThat(decode(from.exchanges(file), null, 1).origin().countsSource())
        .isEqualTo(CountsSource.NONE);
  }

  private static ResultDocument decode(
      List<JsonNode> exchanges, @Nullable OutputLayout layout, int shots) {
    String format = "";
    String target = "";
    JsonNode output = null;
    for (JsonNode call : exchanges) {
      JsonNode body = call.at("/response/body");
      boolean download = call.at("/request/method").asText().equals("GET");
      if (body.has("outputDataFormat")) {
        format = body.get("outputDataFormat").asText();
        target = body.get("target").asText();
      } else if (download && call.at("/request/uri").asText().contains("utputData?")) {
        output = body;
      }
    }
    assertThat(output).isNotNull();
    byte[] raw = output.toString().getBytes(UTF_8);
    return ResultDecoders.decode(new ResultRequest(format, target, layout, shots, 1), raw);
  }

  private static String text(Map<String, ?> outcomes) {
    return outcomes.entrySet().stream().map(Map.Entry::toString).collect(joining(" "));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(n -> n).sum();
  }

  private static List<OutputRegister> placed(String registers) {
    return OutputRegister.place(
        Stream.of(registers.split(" "))
            .map(register -> register.split("[\\[\\]]"))
            .map(parts -> new Register(parts[0], Integer.parseInt(parts[1])))
            .toList());
  }
}
