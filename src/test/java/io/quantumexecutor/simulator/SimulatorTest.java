package io.quantumexecutor.simulator;

import static io.quantumexecutor.simulator.Circuits.circuit;
import static io.quantumexecutor.simulator.Circuits.controlled;
import static io.quantumexecutor.simulator.Circuits.gate;
import static io.quantumexecutor.simulator.Circuits.measure;
import static io.quantumexecutor.simulator.Circuits.rotation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Conditional;
import io.quantumexecutor.circuit.Operation.Reset;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ReferenceState;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatorTest {
  private final Simulator simulator = new Simulator();

  @Test
  void stateProbabilities_randomCircuits_equalTheProductOfFullMatrices() {
    Random random = new Random(1);
    for (int round = 0; round < 400; round++) {
      Circuit circuit = Circuits.random(1 + round % 9, 1 + random.nextInt(60), random);
      assertThat(simulator.stateProbabilities(circuit))
          .as("round %s", round)
          .containsExactly(GateByGate.probabilities(circuit), within(1e-12));
    }
  }

  @Test
  void stateProbabilities_manyStagesOfALargeState_equalThoseOfAPlainLoop() {
    Random random = new Random(2);
    for (int qubits : new int[] {12, 14, 15, 17}) {
      Circuit circuit = Circuits.random(qubits, 120, random);
      ReferenceState reference = ReferenceState.basis(qubits, 0);
      circuit.operations().forEach(gate -> reference.apply((Operation.Gate) gate));
      double[] probabilities = simulator.stateProbabilities(circuit);
      double[] expected = IntStream.range(0, 1 << qubits).mapToDouble(reference::weight).toArray();
      assertThat(farthest(probabilities, expected)).as("%s qubits", qubits).isLessThan(1e-12);
    }
  }

  private static double farthest(double[] a, double[] b) {
    assertThat(a).hasSameSizeAs(b);
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElse(0);
  }

  @ParameterizedTest
  @EnumSource(GateType.class)
  void stateProbabilities_oneGateAmongHadamards_equalsItsMatrix(GateType type) {
    Random random = new Random(type.name().hashCode());
    for (int controls = 0; controls <= (type.isNative() ? 0 : 3); controls++) {
      List<Operation> operations = new ArrayList<>();
      for (int qubit = 0; qubit < 6; qubit++) {
        operations.add(rotation(GateType.RY, 0.3 + qubit, qubit));
      }
      operations.add(Circuits.randomGate(type, controls, 6, random));
      for (int qubit = 0; qubit < 6; qubit++) {
        operations.add(rotation(GateType.RX, 1.1 + qubit, qubit));
      }
      Circuit circuit = circuit(6, 0, operations);
      assertThat(simulator.stateProbabilities(circuit))
          .containsExactly(GateByGate.probabilities(circuit), within(1e-13));
    }
  }

  @Test
  void stateProbabilities_fusedAndGateByGate_areTheSame() {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      Circuit circuit = Circuits.random(8, 80, random);
      StateVector state = new StateVector(8);
      for (Operation operation : circuit.operations()) {
        new UnitaryRun(8, List.of((Operation.Gate) operation)).applyTo(state);
      }
      double[] single = new double[1 << 8];
      state.addProbabilities(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, single);
      assertThat(simulator.stateProbabilities(circuit)).containsExactly(single, within(1e-12));
    }
  }

  @Test
  void stateProbabilities_norm_staysOne() {
    Circuit circuit = Circuits.random(16, 2_000, new Random(4));
    assertThat(Arrays.stream(simulator.stateProbabilities(circuit)).sum())
        .isCloseTo(1, within(1e-11));
  }

  @Test
  void exact_asymmetricRegisters_putsTheFirstRegisterAndBit0Rightmost() {
    Circuit circuit =
        new Circuit(
            List.of(new Register("a", 2), new Register("b", 2)),
            List.of(new Register("c", 1), new Register("d", 3)),
            List.of(
                gate(GateType.X, 1),
                gate(GateType.X, 2),
                measure(0, 0),
                measure(1, 1),
                measure(2, 3)));
    assertThat(simulator.exact(circuit)).containsOnlyKeys("1010").containsEntry("1010", 1.0);
  }

  @Test
  void exact_bitWrittenTwice_keepsTheLastWriteAndTheFirstMayBeUnseen() {
    Circuit circuit =
        circuit(
            2,
            2,
            gate(GateType.H, 0),
            gate(GateType.X, 1),
            measure(0, 0),
            measure(1, 0),
            measure(1, 1));
    Map<String, Double> distribution = simulator.exact(circuit);
    assertThat(distribution).containsOnlyKeys("11");
    assertThat(distribution.get("11")).isCloseTo(1, within(1e-15));
  }

  @Test
  void exact_ghz_hasTwoOutcomesInAscendingOrder() {
    Map<String, Double> distribution = simulator.exact(ghz(5));
    assertThat(distribution.keySet()).containsExactly("00000", "11111");
    assertThat(distribution.values()).allSatisfy(p -> assertThat(p).isCloseTo(.5, within(1e-15)));
  }

  @Test
  void exact_gateOnAMeasuredQubit_isRefused() {
    Circuit circuit = circuit(1, 1, measure(0, 0), gate(GateType.X, 0));
    assertThat(simulator.isSampledOnce(circuit)).isFalse();
    assertThatThrownBy(() -> simulator.exact(circuit)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stateProbabilities_resetOfAUsedQubit_isRefusedAndOfAnUntouchedOneIgnored() {
    Reset reset = new Reset(0, Place.NONE);
    assertThat(simulator.stateProbabilities(circuit(1, 0, reset, gate(GateType.X, 0))))
        .containsExactly(0, 1);
    Circuit late = circuit(1, 0, gate(GateType.H, 0), reset);
    assertThatThrownBy(() -> simulator.stateProbabilities(late))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sample_moreQubitsThanTheLimit_isRefusedNamingBoth() {
    assertThatThrownBy(() -> simulator.sample(circuit(26, 0), 1, 1, NoiseModel.NONE))
        .isInstanceOf(SimulatorLimitException.class)
        .hasMessageContaining("26")
        .hasMessageContaining("25");
  }

  @Test
  void sample_sameSeed_givesTheSameShotsAndAnotherSeedOthers() {
    List<String> first = simulator.sample(ghz(4), 64, 7, NoiseModel.NONE);
    assertThat(simulator.sample(ghz(4), 64, 7, NoiseModel.NONE)).isEqualTo(first);
    assertThat(simulator.sample(ghz(4), 64, 8, NoiseModel.NONE)).isNotEqualTo(first);
  }

  @Test
  void sample_randomCircuits_liesNearTheExactDistribution() {
    Random random = new Random(5);
    for (int round = 0; round < 30; round++) {
      Circuit circuit = Circuits.measured(Circuits.random(1 + round % 8, 40, random));
      assertNear(
          simulator.sample(circuit, 4_000, round, NoiseModel.NONE), simulator.exact(circuit));
    }
  }

  @Test
  void sample_byTrajectories_liesNearTheDistributionOfDeferredMeasurement() {
    Random random = new Random(6);
    for (int round = 0; round < 10; round++) {
      Circuit unitary = Circuits.random(4, 30, random);
      Circuit deferred = Circuits.measured(unitary);
      List<Operation> operations = new ArrayList<>(deferred.operations());
      operations.add(gate(GateType.X, 0));
      operations.add(gate(GateType.H, 3));
      Circuit continued = circuit(4, 4, operations);
      assertThat(simulator.isSampledOnce(continued)).isFalse();
      assertNear(
          simulator.sample(continued, 2_000, round, NoiseModel.NONE), simulator.exact(deferred));
    }
  }

  @Test
  void sample_teleport_bringsTheStateToTheThirdQubit() {
    double angle = 1.1;
    Circuit circuit =
        circuit(
            3,
            3,
            rotation(GateType.RY, angle, 0),
            gate(GateType.H, 1),
            controlled(GateType.X, List.of(1), 2),
            controlled(GateType.X, List.of(0), 1),
            gate(GateType.H, 0),
            measure(0, 0),
            measure(1, 1),
            when(1, gate(GateType.X, 2)),
            when(0, gate(GateType.Z, 2)),
            rotation(GateType.RY, -angle, 2),
            measure(2, 2));
    List<String> shots = simulator.sample(circuit, 500, 9, NoiseModel.NONE);
    assertThat(shots).allMatch(key -> key.charAt(0) == '0');
    assertThat(shots.stream().distinct()).hasSize(4);
  }

  @Test
  void sample_resetAfterMeasurement_startsAnew() {
    Circuit circuit =
        circuit(
            1,
            2,
            gate(GateType.H, 0),
            measure(0, 0),
            new Reset(0, Place.NONE),
            gate(GateType.X, 0),
            measure(0, 1));
    assertThat(simulator.sample(circuit, 200, 1, NoiseModel.NONE)).containsOnly("10", "11");
  }

  @Test
  void sample_elseBranchAndCompoundCondition_areFollowed() {
    Condition both =
        new Condition.AllOf(List.of(new Condition.BitIs(0, true), new Condition.BitIs(1, false)));
    Circuit circuit =
        circuit(
            4,
            4,
            gate(GateType.X, 0),
            measure(0, 0),
            measure(1, 1),
            new Conditional(both, List.of(gate(GateType.X, 2)), List.of(), Place.NONE),
            new Conditional(both.negated(), List.of(), List.of(gate(GateType.X, 3)), Place.NONE),
            measure(2, 2),
            measure(3, 3));
    assertThat(simulator.sample(circuit, 20, 1, NoiseModel.NONE)).containsOnly("1101");
  }

  @Test
  void sample_readoutNoise_flipsAtItsRates() {
    Circuit circuit = circuit(2, 2, gate(GateType.X, 1), measure(0, 0), measure(1, 1));
    List<String> shots = simulator.sample(circuit, 20_000, 3, new NoiseModel(0, 0, .1, .3));
    assertThat(share(shots, key -> key.charAt(1) == '1')).isCloseTo(.1, within(.015));
    assertThat(share(shots, key -> key.charAt(0) == '0')).isCloseTo(.3, within(.02));
  }

  @Test
  void sample_gateNoise_depolarizesAtItsRates() {
    Circuit one = circuit(1, 1, gate(GateType.X, 0), measure(0, 0));
    List<String> flips = simulator.sample(one, 20_000, 3, new NoiseModel(.3, 0, 0, 0));
    assertThat(share(flips, "0"::equals)).isCloseTo(.2, within(.015));
    Circuit two =
        circuit(2, 2, controlled(GateType.X, List.of(0), 1), measure(0, 0), measure(1, 1));
    List<String> pairs = simulator.sample(two, 20_000, 3, new NoiseModel(0, .3, 0, 0));
    for (String faulty : List.of("01", "10", "11")) {
      assertThat(share(pairs, faulty::equals)).isCloseTo(.08, within(.012));
    }
  }

  @Test
  void sample_gateNoiseByTrajectories_depolarizesAtItsRates() {
    Circuit circuit = circuit(1, 2, measure(0, 1), gate(GateType.X, 0), measure(0, 0));
    List<String> shots = simulator.sample(circuit, 20_000, 3, new NoiseModel(.3, 0, 0, 0));
    assertThat(share(shots, "00"::equals)).isCloseTo(.2, within(.015));
  }

  private static Circuit ghz(int qubits) {
    List<Operation> operations = new ArrayList<>(List.of(gate(GateType.H, 0)));
    for (int qubit = 1; qubit < qubits; qubit++) {
      operations.add(controlled(GateType.X, List.of(qubit - 1), qubit));
    }
    return Circuits.measured(circuit(qubits, 0, operations));
  }

  private static Conditional when(int bit, Operation then) {
    return new Conditional(new Condition.BitIs(bit, true), List.of(then), List.of(), Place.NONE);
  }

  private static double share(List<String> shots, Predicate<String> test) {
    return (double) shots.stream().filter(test).count() / shots.size();
  }

  /** Total variation at most 0.5·√(K/N) + √(ln 10⁹ / 2N), which fails once in 10⁹ runs. */
  private static void assertNear(List<String> shots, Map<String, Double> expected) {
    Map<String, Double> difference = new TreeMap<>(expected);
    shots.forEach(key -> difference.merge(key, -1.0 / shots.size(), Double::sum));
    double distance = difference.values().stream().mapToDouble(Math::abs).sum() / 2;
    double n = shots.size();
    double bound = .5 * Math.sqrt(expected.size() / n) + Math.sqrt(Math.log(1e9) / (2 * n));
    assertThat(distance).isLessThanOrEqualTo(bound);
  }
}
