package io.quantumexecutor.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ExactDistribution;
import io.quantumexecutor.circuit.GeneratedPrograms;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.ionq.IonqReader;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.circuit.qir.QirReader;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.result.ResultDecoders;
import io.quantumexecutor.result.ResultRequest;
import io.quantumexecutor.simulator.Simulator;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * What a program means survives its translation: OpenQASM 2.0 in, the provider's text out, read
 * back and executed exactly.
 */
class TranslatedMeaningTest {
  private static final int GENERATED = 1_000;
  private static final String IONQ = "ionq.simulator";
  private static final String BASE_QIR = "rigetti.sim.qvm";
  private static final String ADAPTIVE_QIR = "quantinuum.sim.helios-1e";
  private static final String OPENQASM = "quantinuum.sim.h2-1e";

  private final Translation translation =
      new Translation(new JobFixture().targets, CircuitLimits.DEFAULT);
  private final Simulator simulator = new Simulator();

  @Test
  void translate_toIonqJson_keepsEveryProbability() {
    assertKept(GeneratedPrograms::straight, IONQ, this::ionqProbabilities);
  }

  @Test
  void translate_toBaseQir_keepsEveryProbability() {
    assertKept(
        GeneratedPrograms::straight,
        BASE_QIR,
        (input, bits) -> recorded(simulator.exact(qir(input, bits)), bits));
  }

  @Test
  void translate_toAdaptiveQir_keepsEveryProbability() {
    assertKept(
        GeneratedPrograms::adaptive,
        ADAPTIVE_QIR,
        (input, bits) -> recorded(ExactDistribution.of(qir(input, bits)), bits));
  }

  @Test
  void translate_toOpenQasm_keepsEveryProbability() {
    assertKept(
        GeneratedPrograms::straight,
        OPENQASM,
        (input, bits) -> simulator.exact(openQasm(text(input))));
  }

  @Test
  void translate_feedForwardToOpenQasm_keepsEveryProbability() {
    assertKept(
        GeneratedPrograms::adaptive,
        OPENQASM,
        (input, bits) -> ExactDistribution.of(openQasm(text(input))));
  }

  /**
   * @param execution from what is sent and the number of the program's bits to probabilities
   */
  private void assertKept(
      IntFunction<String> programs,
      String target,
      BiFunction<ProviderInput, Integer, Map<String, Double>> execution) {
    for (int seed = 0; seed < GENERATED; seed++) {
      String program = programs.apply(seed);
      Circuit circuit = openQasm(program);
      ProviderInput input = translation.translate(JobFixture.submission(target, program));
      Map<String, Double> actual = execution.apply(input, circuit.bitCount());
      assertThat(ExactDistribution.difference(actual, ExactDistribution.of(circuit)))
          .as("seed %s: %s\n%s", seed, program, text(input))
          .isLessThan(1e-9);
    }
  }

  /** By way of the answer IonQ would give: states of all qubits in decimal. */
  private Map<String, Double> ionqProbabilities(ProviderInput input, int bits) {
    Circuit circuit = IonqReader.read(text(input), CircuitLimits.DEFAULT);
    StringJoiner histogram = new StringJoiner(",", "{\"histogram\":{", "}}");
    double[] states = simulator.stateProbabilities(circuit);
    for (int state = 0; state < states.length; state++) {
      histogram.add("\"" + state + "\":" + states[state]);
    }
    ResultRequest request =
        new ResultRequest(input.format().output(), input.target().name(), input.layout(), 100, 7);
    Map<String, Double> probabilities =
        ResultDecoders.decode(request, histogram.toString().getBytes(UTF_8)).probabilities();
    assertThat(probabilities.keySet()).allMatch(key -> key.length() == bits);
    return probabilities;
  }

  private static Circuit qir(ProviderInput input, int bits) {
    Circuit circuit = QirReader.read(text(input), CircuitLimits.DEFAULT);
    int recorded =
        circuit.bits().stream()
            .filter(register -> !register.name().equals(QirReader.UNRECORDED))
            .mapToInt(Register::size)
            .sum();
    assertThat(recorded).isEqualTo(bits);
    return circuit;
  }

  /** Without unrecorded results, which stand leftmost. */
  private static Map<String, Double> recorded(Map<String, Double> distribution, int bits) {
    Map<String, Double> recorded = new TreeMap<>();
    distribution.forEach(
        (key, p) -> recorded.merge(key.substring(key.length() - bits), p, Double::sum));
    return recorded;
  }

  private static Circuit openQasm(String text) {
    return OpenQasmReader.read(text, Map.of(), CircuitLimits.DEFAULT);
  }

  private static String text(ProviderInput input) {
    return new String(input.content().bytes(), UTF_8);
  }
}
