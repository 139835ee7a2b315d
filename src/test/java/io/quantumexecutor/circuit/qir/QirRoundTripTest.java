package io.quantumexecutor.circuit.qir;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.TestFiles;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ExactDistribution;
import io.quantumexecutor.circuit.GeneratedCircuits;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QirRoundTripTest {
  private static final int GENERATED = 1_000;

  @Test
  void write_generatedBaseCircuits_readBackWithTheSameDistribution() {
    for (int seed = 0; seed < GENERATED; seed++) {
      assertSame(GeneratedCircuits.straight(seed), QirProfile.BASE, "seed " + seed);
    }
  }

  @Test
  void write_generatedAdaptiveCircuits_readBackWithTheSameDistribution() {
    for (int seed = 0; seed < GENERATED; seed++) {
      assertSame(GeneratedCircuits.adaptive(seed), QirProfile.ADAPTIVE_RI, "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "adaptive_ri", "adaptive_rif"})
  void read_textOfAnotherCompiler_hasTheDistributionOfItsProgram(String program) {
    String source = TestFiles.OURS.program("qir/" + program + ".qasm");
    String compiled = TestFiles.OURS.program("qir/" + program + ".ll");
    Circuit circuit = OpenQasmReader.read(source, Map.of(), CircuitLimits.DEFAULT);
    assertRecords(QirReader.read(compiled, CircuitLimits.DEFAULT), circuit, program);
  }

  private static void assertSame(Circuit circuit, QirProfile profile, String what) {
    String text = QirWriter.write(circuit, profile);
    Circuit read = QirReader.read(text, CircuitLimits.DEFAULT);
    Map<String, Double> recorded = assertRecords(read, circuit, what);
    if (recorded.keySet().iterator().next().length() == read.bitCount()) {
      String printed = QirWriter.write(read, profile);
      assertThat(QirReader.read(printed, CircuitLimits.DEFAULT)).as(what).isEqualTo(read);
    }
  }

  private static Map<String, Double> assertRecords(Circuit read, Circuit circuit, String what) {
    assertThat(read.bits().stream().filter(r -> !r.name().equals(QirReader.UNRECORDED)))
        .as(what)
        .extracting(Register::size)
        .isEqualTo(circuit.bits().stream().map(Register::size).toList());
    Map<String, Double> recorded = new TreeMap<>();
    ExactDistribution.of(read)
        .forEach((key, p) -> recorded.merge(recordedPart(key, circuit), p, Double::sum));
    assertThat(ExactDistribution.difference(recorded, ExactDistribution.of(circuit)))
        .as(what)
        .isLessThan(1e-9);
    return recorded;
  }

  /** Without the register of unrecorded results, which stands leftmost. */
  private static String recordedPart(String key, Circuit circuit) {
    return key.substring(key.length() - circuit.bitCount());
  }
}
