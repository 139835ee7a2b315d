package io.quantumexecutor.target.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.target.Pricing;
import io.quantumexecutor.target.Pricing.Estimate;
import io.quantumexecutor.target.Translation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prices of whole submissions, worked out by hand from the published numbers. */
class PublishedPricesTest {
  private static final String GHZ =
      "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[3]; creg c[3];"
          + " h q[0]; cx q[0],q[1]; cx q[1],q[2]; measure q -> c;";

  private final JobFixture fixture = new JobFixture();
  private final Translation translation = new Translation(fixture.targets, CircuitLimits.DEFAULT);
  private final Pricing pricing = new Pricing(translation);

  private Estimate estimate(String target, Program program, int shots, Map<String, Object> params) {
    Submission submission =
        new Submission(
            program,
            target,
            shots,
            Map.of(),
            params,
            new SubmissionOptions(
                null,
                List.of(),
                null,
                null,
                1,
                null,
                null,
                WhenUnavailable.HOLD,
                EventFilter.END,
                null));
    return pricing.estimate(translation.translate(submission), submission);
  }

  private Estimate estimate(String target, String text, int shots, Map<String, Object> params) {
    return estimate(target, new Program.Text("openqasm", false, text), shots, params);
  }

  private Price price(String target, String text, int shots) {
    return estimate(target, text, shots, Map.of()).quote().asSent();
  }

  private static Map<String, Object> debias(boolean on) {
    return Map.of("error-mitigation", Map.of("debias", on));
  }

  /** 1 H and 1 CNOT, 1,000 shots: 1.195 of usage on Aria, 1.2855 on Forte. */
  @ParameterizedTest
  @CsvSource({
    "ionq.qpu.aria-1, true, 97.5, 98.695",
    "ionq.qpu.aria-1, false, 12.4166, 13.6116",
    "ionq.qpu.forte-1, true, 168.195, 169.4805",
    "ionq.qpu.forte-1, false, 25.7899, 27.0754",
    "ionq.qpu.forte-enterprise-1, true, 168.195, 169.4805",
    "ionq.qpu.forte-enterprise-1, false, 25.7899, 27.0754",
  })
  void ionq_bell_hasBothReadingsOfTheMinimum(
      String target, boolean mitigated, BigDecimal asMinimum, BigDecimal asSum) {
    Price price = estimate(target, JobFixture.BELL, 1000, debias(mitigated)).quote().asSent();

    assertThat(price.unit()).isEqualTo("USD");
    assertThat(price.reading(GateShots.AS_MINIMUM)).contains(asMinimum);
    assertThat(price.reading(GateShots.AS_SUM)).contains(asSum);
    assertThat(price.lower()).isEqualTo(asMinimum);
    assertThat(price.upper()).isEqualTo(asSum);
  }

  @Test
  void ionq_mitigationNotSent_isPricedAsAzuresDefaultAndShownBothWays() {
    var quote = estimate("ionq.qpu.aria-1", JobFixture.BELL, 1000, Map.of()).quote();

    assertThat(quote.asSent().lower()).isEqualByComparingTo("97.5");
    assertThat(quote.withMitigation().lower()).isEqualByComparingTo("97.5");
    assertThat(quote.withoutMitigation().lower()).isEqualByComparingTo("12.4166");
  }

  /** From so many two-qubit gate-shots on, the minimum is reached: 97.5 / 0.000975 and so on. */
  @ParameterizedTest
  @CsvSource({
    "ionq.qpu.aria-1, true, 10, 9999, 97.5",
    "ionq.qpu.aria-1, true, 11, 9999, 107.239275",
    "ionq.qpu.aria-1, false, 2, 6367, 12.4166",
    "ionq.qpu.aria-1, false, 2, 6368, 12.4176",
    "ionq.qpu.forte-1, false, 3, 7668, 25.7899",
    "ionq.qpu.forte-1, false, 3, 7670, 25.79421",
    "ionq.qpu.forte-1, true, 20, 7502, 168.195",
    "ionq.qpu.forte-1, true, 20, 7503, 168.21726",
  })
  void ionq_usageOverTheMinimum_isWhatIsPaid(
      String target, boolean mitigated, int gates, int shots, BigDecimal expected) {
    String text =
        "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[2]; creg c[2];"
            + " cx q[0],q[1];".repeat(gates)
            + " measure q -> c;";

    assertThat(estimate(target, text, shots, debias(mitigated)).quote().asSent().lower())
        .isEqualByComparingTo(expected);
  }

  /** A gate on N qubits is 6·(N−2) two-qubit gates: sum = minimum + 10,000 × 0.000975 × gates. */
  @ParameterizedTest
  @CsvSource({"2, 1", "3, 6", "4, 12", "5, 18", "8, 36"})
  void ionq_manyControls_countByThePublishedRule(int qubits, int twoQubitGates) {
    String arguments = "q[0]";
    for (int i = 1; i < qubits; i++) {
      arguments += ", q[" + i + "]";
    }
    String text =
        "OPENQASM 3.0; include \"stdgates.inc\"; qubit[%1$d] q; bit[%1$d] c; ctrl(%2$d) @ x %3$s; c = measure q;"
            .formatted(qubits, qubits - 1, arguments);

    assertThat(estimate("ionq.qpu.aria-1", text, 10_000, debias(false)).quote().asSent().upper())
        .isEqualByComparingTo(
            new BigDecimal("12.4166")
                .add(new BigDecimal("9.75").multiply(new BigDecimal(twoQubitGates))));
  }

  /** 5 + 1000·(3 + 10 + 5·4)/5000 in native gates, 5 + 1000·(1 + 10 + 5·4)/5000 as written. */
  @Test
  void quantinuum_bell_hasBothReadingsOfAGate() {
    Price price = price("quantinuum.qpu.h2-1", JobFixture.BELL, 1000);

    assertThat(price.unit()).isEqualTo("HQC");
    assertThat(price.reading(HardwareCredits.NATIVE_GATES)).contains(new BigDecimal("11.60"));
    assertThat(price.reading(HardwareCredits.WRITTEN_GATES)).contains(new BigDecimal("11.20"));
    assertThat(price.lower()).isEqualByComparingTo("11.2");
    assertThat(price.upper()).isEqualByComparingTo("11.6");
    assertThat(price("quantinuum.sim.h2-1e", JobFixture.BELL, 1000).unit()).isEqualTo("eHQC");
    assertThat(price("quantinuum.sim.h2-1e", JobFixture.BELL, 1000).upper())
        .isEqualTo(price.upper());
  }

  /** What the service itself billed for these: 10.5 at 500 shots, 5.02 for one. */
  @ParameterizedTest
  @CsvSource({"500, 10.50", "1, 5.02"})
  void quantinuum_ghz_nativeReadingIsWhatWasBilled(int shots, BigDecimal billed) {
    assertThat(price("quantinuum.sim.h2-1e", GHZ, shots).reading(HardwareCredits.NATIVE_GATES))
        .contains(billed);
  }

  /** 2 preparations, 3 measurements, 1 reset, the gate of the branch, 1 H: 5 + (30 + 2)/1. */
  @Test
  void quantinuum_resetsAndBranches_count() {
    String text =
        "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[2]; creg c[1]; creg d[2];"
            + " h q[0]; measure q[0] -> c[0]; reset q[0]; if(c==1) x q[1]; measure q -> d;";
    Estimate estimate = estimate("quantinuum.sim.h2-1e", text, 5000, Map.of());

    assertThat(estimate.quote().asSent().upper()).isEqualByComparingTo("37");
    assertThat(estimate.facts()).isEqualTo(new CircuitFacts(2, 5, 2, 0, 0, 3, 1, 1));
  }

  @Test
  void quantinuum_rotationsAboutZ_areFreeAsNativeGates() {
    String text =
        "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[1]; creg c[1];"
            + " t q[0]; rz(0.3) q[0]; s q[0]; h q[0]; measure q -> c;";
    Price price = price("quantinuum.qpu.h2-1", text, 5000);

    assertThat(price.lower()).isEqualByComparingTo("16");
    assertThat(price.upper()).isEqualByComparingTo("19");
  }

  @Test
  void quantinuum_qir_isALowerBoundOnly() {
    String qir =
        new String(
            fixture.translated("rigetti.sim.qvm", JobFixture.BELL).content().bytes(),
            StandardCharsets.US_ASCII);
    Program program = new Program.Text("qir.v1", true, qir);
    Price price = estimate("quantinuum.qpu.h2-1", program, 1000, Map.of()).quote().asSent();

    assertThat(price.lower()).isEqualByComparingTo("11.2");
    assertThat(price.upper()).isNull();
  }

  @Test
  void rigetti_runTime_isKnownFromBelowOnly() {
    Price price = price("rigetti.qpu.cepheus-1-108q", JobFixture.BELL, 1000);

    assertThat(price.lower()).isEqualByComparingTo("0.02");
    assertThat(price.upper()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "rigetti.qpu.cepheus-1-108q, PT0.25S, 0.50",
    "rigetti.qpu.cepheus-1-108q, PT1S, 2.00",
    "rigetti.qpu.cepheus-1-108q, PT0.251S, 0.52",
    "pasqal.qpu.fresnel, PT20M, 1000",
    "pasqal.sim.emu-mps, PT10S, 0.042",
  })
  void runTime_knownAfterwards_costsWhatIsPublished(String target, Duration time, BigDecimal cost) {
    RunTime tariff = (RunTime) fixture.targets.find(target).orElseThrow().offer().tariff();

    assertThat(tariff.cost(time)).isEqualByComparingTo(cost);
  }

  @ParameterizedTest
  @CsvSource({
    "ionq.simulator, USD",
    "quantinuum.sim.h2-1sc, HQC",
    "rigetti.sim.qvm, USD",
  })
  void simulators_withoutAPrice_areFree(String target, String unit) {
    Price price = price(target, JobFixture.BELL, 1000);

    assertThat(price.upper()).isEqualByComparingTo("0");
    assertThat(price.unit()).isEqualTo(unit);
  }

  @Test
  void unpublishedPrices_areUnknown() {
    assertThat(price("quantinuum.qpu.helios-1", JobFixture.BELL, 10).lower()).isNull();
    assertThat(price("quantinuum.qpu.helios-1", JobFixture.BELL, 10).upper()).isNull();
    Program pulser = new Program.Text("pasqal.pulser.v1", true, "{}");
    Price pasqal = estimate("pasqal.qpu.fresnel", pulser, 100, Map.of()).quote().asSent();
    assertThat(pasqal.unit()).isEqualTo("EUR");
    assertThat(pasqal.lower()).isNull();
    assertThat(pasqal.upper()).isNull();
  }

  @Test
  void programOnlyTheProviderCanRead_hasNoFactsAndNoUpperBound() {
    Program bitcode = new Program.Binary("qir.v1", "QkPA3g==");
    Estimate estimate = estimate("ionq.qpu.forte-1", bitcode, 100, debias(false));

    assertThat(estimate.facts()).isNull();
    assertThat(estimate.quote().asSent().lower()).isEqualByComparingTo("25.7899");
    assertThat(estimate.quote().asSent().upper()).isNull();
  }

  @Test
  void batchOfPrograms_isNotPricedAsOne() {
    Map<String, Object> batch = Map.of("items", List.of(Map.of("entryPoint", "a")));

    assertThat(estimate("quantinuum.qpu.h2-1", JobFixture.BELL, 10, batch).quote().asSent().upper())
        .isNull();
  }

  /** IonQ's writer sends what IonQ's basis lacks as other gates: those are what is counted. */
  @Test
  void facts_areOfTheProgramAsSent() {
    String swap =
        "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[3]; creg c[3]; u3(1,2,3) q[0];"
            + " cswap q[0],q[1],q[2]; measure q -> c;";

    assertThat(estimate("ionq.qpu.forte-1", swap, 10, Map.of()).facts())
        .isEqualTo(new CircuitFacts(3, 6, 3, 2, 1, 3, 0, 0));
    CircuitFacts onQuantinuum = estimate("quantinuum.qpu.h2-1", swap, 10, Map.of()).facts();
    assertThat(onQuantinuum.largerGates()).isZero();
    assertThat(onQuantinuum.twoQubitGates()).isGreaterThan(6);
  }
}
