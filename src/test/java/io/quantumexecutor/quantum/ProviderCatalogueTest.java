package io.quantumexecutor.quantum;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.target.Target;
import io.quantumexecutor.workspace.ProviderFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderCatalogueTest {
  private final ProviderCatalogue catalogue = ProviderCatalogue.bundled();

  @Test
  void all_current_areTheDocumentedTargets() {
    assertThat(current())
        .extracting(Target::name)
        .containsExactly(
            "ionq.simulator",
            "ionq.qpu.forte-1",
            "ionq.qpu.forte-enterprise-1",
            "ionq.qpu.aria-1",
            "quantinuum.sim.h2-1sc",
            "quantinuum.sim.h2-1e",
            "quantinuum.qpu.h2-1",
            "quantinuum.sim.h2-2sc",
            "quantinuum.sim.h2-2e",
            "quantinuum.qpu.h2-2",
            "quantinuum.sim.helios-1sc",
            "quantinuum.sim.helios-1e",
            "quantinuum.qpu.helios-1",
            "rigetti.sim.qvm",
            "rigetti.qpu.cepheus-1-108q",
            "pasqal.sim.emu-free",
            "pasqal.sim.emu-sv",
            "pasqal.sim.emu-mps",
            "pasqal.qpu.fresnel",
            "pasqal.qpu.fresnel-can1");
  }

  @Test
  void all_targets_areConsistent() {
    assertThat(catalogue.all()).extracting(Target::name).doesNotHaveDuplicates();
    assertThat(catalogue.all())
        .filteredOn(target -> !target.isRetired() || target.successor() != null)
        .allSatisfy(
            target -> {
              assertThat(target.name()).isEqualTo(target.name().toLowerCase(Locale.ROOT));
              assertThat(target.name()).matches("(" + target.provider() + "|honeywell)\\..+");
              assertThat(target.qubits()).isPositive();
              assertThat(target.formats()).isNotEmpty();
              assertThat(target.format("qir.v1").isPresent())
                  .isEqualTo(target.abilities().qirProfile() != null);
              assertThat(target.shots().parameter()).isEqualTo("shots");
            });
  }

  @Test
  void all_successors_areCurrentTargetsOfTheSameProvider() {
    assertThat(catalogue.all())
        .filteredOn(target -> target.successor() != null)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            retired -> {
              Target successor = catalogue.find(retired.successor()).orElseThrow();
              assertThat(successor.successor()).isNull();
              assertThat(successor.provider()).isEqualTo(retired.provider());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "IonQ.Simulator, ionq.circuit.v1, ionq.quantum-results.v1, application/json",
    "quantinuum.sim.h2-1e, honeywell.openqasm.v1, honeywell.quantum-results.v1, application/qasm",
    "quantinuum.qpu.helios-1, qir.v1, microsoft.quantum-results.v2, qir.v1",
    "rigetti.sim.qvm, qir.v1, microsoft.quantum-results.v2, qir.v1",
    "pasqal.sim.emu-mps, pasqal.pulser.v1, pasqal.pulser-results.v1, application/json",
  })
  void find_target_prefersItsFormat(String name, String input, String output, String type) {
    assertThat(catalogue.find(name).orElseThrow().formats().get(0))
        .isEqualTo(new ProviderFormat(input, output, type));
  }

  @ParameterizedTest
  @CsvSource({
    "ionq.qpu.aria-2, ionq.qpu.forte-1",
    "quantinuum.sim.H1-1E, quantinuum.sim.h2-1e",
    "quantinuum.sim.h1-1sc-preview, quantinuum.sim.h2-1sc",
    "honeywell.hqs-lt-s1-apival, quantinuum.sim.h2-1sc",
    "rigetti.qpu.ankaa-3, rigetti.qpu.cepheus-1-108q",
    "pasqal.sim.emu-tn, pasqal.sim.emu-mps",
  })
  void find_retiredName_namesItsSuccessor(String name, String successor) {
    assertThat(catalogue.find(name).orElseThrow().successor()).isEqualTo(successor);
  }

  @ParameterizedTest
  @CsvSource({"Microsoft.Estimator", "microsoft.dft", "QCI.simulator", "qci.machine1"})
  void find_retiredWithoutSuccessor_saysWhatToDo(String name) {
    Target target = catalogue.find(name).orElseThrow();
    assertThat(target.isRetired()).isTrue();
    assertThat(target.successor()).isNull();
    assertThat(target.retirement().advice()).startsWith("no successor; ");
  }

  @ParameterizedTest
  @CsvSource({
    "ionq.simulator, DISTRIBUTION, USD, FreeOfCharge",
    "ionq.qpu.aria-1, COUNTS, USD, GateShots",
    "quantinuum.sim.h2-1sc, ZEROS, HQC, FreeOfCharge",
    "quantinuum.sim.h2-1e, SAMPLES, eHQC, HardwareCredits",
    "quantinuum.qpu.h2-2, SAMPLES, HQC, HardwareCredits",
    "quantinuum.qpu.helios-1, SAMPLES, HQC, Unpublished",
    "rigetti.sim.qvm, SAMPLES, USD, FreeOfCharge",
    "rigetti.qpu.cepheus-1-108q, SAMPLES, USD, RunTime",
    "pasqal.sim.emu-free, COUNTS, EUR, Unpublished",
    "pasqal.qpu.fresnel, COUNTS, EUR, RunTime",
  })
  void find_target_hasItsAnswerAndTariff(
      String name, Target.Answer answer, String unit, String tariff) {
    Target.Offer offer = catalogue.find(name).orElseThrow().offer();
    assertThat(offer.answer()).isEqualTo(answer);
    assertThat(offer.tariff().unit()).isEqualTo(unit);
    assertThat(offer.tariff().getClass().getSimpleName()).isEqualTo(tariff);
    assertThat(offer.tariff().origin().source()).startsWith("Azure Quantum documentation, ");
  }

  @Test
  void qubitLimit_dependsOnTheOptions() {
    assertThat(qubits("quantinuum.sim.h2-1e", Map.of())).contains(32);
    assertThat(qubits("quantinuum.sim.h2-1e", Map.of("simulator", "state-vector"))).contains(32);
    assertThat(qubits("quantinuum.sim.h2-1e", Map.of("simulator", "stabilizer"))).isEmpty();
    assertThat(qubits("ionq.simulator", Map.of())).isEmpty();
    assertThat(qubits("ionq.simulator", Map.of("noise", "aria-1"))).isEmpty();
    assertThat(qubits("ionq.simulator", Map.of("noise", Map.of("model", "aria-1")))).contains(25);
  }

  @Test
  void find_limits_areTheDocumentedOnes() {
    assertThat(shots("ionq.qpu.forte-1")).isEqualTo(10_000);
    assertThat(shots("rigetti.sim.qvm")).isEqualTo(10_000);
    assertThat(shots("ionq.simulator")).isNull();
    assertThat(shots("quantinuum.sim.h2-1e")).isNull();
    assertThat(catalogue.find("ionq.simulator").orElseThrow().qubits()).isEqualTo(29);
  }

  @Test
  void find_unknownName_isEmpty() {
    assertThat(catalogue.find("ionq.qpu.forte-9")).isEmpty();
  }

  private Optional<Integer> qubits(String name, Map<String, Object> inputParams) {
    return catalogue
        .find(name)
        .orElseThrow()
        .qubitLimit(inputParams)
        .map(Target.QubitLimit::qubits);
  }

  private Integer shots(String name) {
    return catalogue.find(name).orElseThrow().shots().maximum();
  }

  private List<Target> current() {
    return catalogue.all().stream().filter(target -> !target.isRetired()).toList();
  }
}
