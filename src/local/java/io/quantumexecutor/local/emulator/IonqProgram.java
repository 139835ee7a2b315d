package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.ionq.IonqReader;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import io.quantumexecutor.local.emulator.ProgramRunner.ReceivedJob;
import io.quantumexecutor.simulator.NoiseModel;
import io.quantumexecutor.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * IonQ's JSON circuits. The ideal simulator answers the exact distribution, hardware and noise
 * models the frequencies of samples; keys are state numbers in decimal, qubit 0 lowest.
 */
final class IonqProgram {
  /** Residues of rounding; the service leaves states of probability 0 out. */
  private static final double NEGLIGIBLE = 1e-12;

  /** What lies behind the fifteenth digit is the arithmetic's and not the circuit's. */
  private static final double DIGITS = 1e15;

  /** Of the size IonQ publishes for its machines. */
  private static final NoiseModel ARIA = new NoiseModel(5e-4, 6e-3, 4e-3, 4e-3);

  private static final NoiseModel FORTE = new NoiseModel(2e-4, 5e-3, 5e-3, 5e-3);
  private static final int ARIA_QUBITS = 25;
  private static final int NOISY_SHOTS = 1_000;
  private static final int QPU_SHOTS = 100;

  private final Simulator simulator;

  IonqProgram(Simulator simulator) {
    this.simulator = simulator;
  }

  Output run(ReceivedJob job) {
    Circuit circuit = IonqReader.read(job.input(), CircuitLimits.DEFAULT);
    job.requireQubits(circuit.qubitCount());
    ObjectNode output = EmulatorJson.object();
    output.set("histogram", histogram(circuit, job));
    return new Output(
        EmulatorJson.text(output),
        "application/json",
        ProgramRunner.PASSED_THROUGH,
        Consumption.of(job.target(), circuit, job.shots(QPU_SHOTS)));
  }

  private ObjectNode histogram(Circuit circuit, ReceivedJob job) {
    if (job.target().kind() == EmulatedTarget.Kind.QPU) {
      NoiseModel noise = noise(job.target());
      return sampled(circuit, job.shots(QPU_SHOTS), job.seed(), noise);
    }
    JsonNode noise = job.params().path("noise");
    String model = noise.path("model").asText("ideal");
    return switch (model) {
      case "ideal" -> exact(circuit);
      case "aria-1" -> {
        if (circuit.qubitCount() > ARIA_QUBITS) {
          throw JobFailure.invalidInput("The noise model aria-1 has 25 qubits.");
        }
        long seed = noise.path("seed").asLong(job.seed());
        yield sampled(circuit, job.shots(NOISY_SHOTS), seed, ARIA);
      }
      default -> throw JobFailure.invalidInput("There is no noise model '%s'.".formatted(model));
    };
  }

  /** The noise of the machine itself; the simulator has none unless it is asked for. */
  static NoiseModel noise(EmulatedTarget target) {
    if (target.kind() != EmulatedTarget.Kind.QPU) {
      return NoiseModel.NONE;
    }
    return target.id().contains("aria") ? ARIA : FORTE;
  }

  private ObjectNode exact(Circuit circuit) {
    double[] probabilities = simulator.stateProbabilities(circuit);
    ObjectNode histogram = EmulatorJson.object();
    for (int state = 0; state < probabilities.length; state++) {
      if (probabilities[state] > NEGLIGIBLE) {
        histogram.put(Integer.toString(state), Math.rint(probabilities[state] * DIGITS) / DIGITS);
      }
    }
    return histogram;
  }

  private ObjectNode sampled(Circuit circuit, int shots, long seed, NoiseModel noise) {
    Map<Long, Integer> counts = new TreeMap<>();
    for (String key : simulator.sample(measured(circuit), shots, seed, noise)) {
      counts.merge(Long.parseLong(key, 2), 1, Integer::sum);
    }
    ObjectNode histogram = EmulatorJson.object();
    counts.forEach((state, count) -> histogram.put(state.toString(), (double) count / shots));
    return histogram;
  }

  /** IonQ has no measurement in its circuits: every qubit is measured at the end. */
  private static Circuit measured(Circuit circuit) {
    int qubits = circuit.qubitCount();
    List<Operation> operations = new ArrayList<>();
    for (Operation operation : circuit.operations()) {
      if (!(operation instanceof Operation.Measurement)) {
        operations.add(operation);
      }
    }
    IntStream.range(0, qubits)
        .mapToObj(qubit -> new Operation.Measurement(qubit, qubit, Place.NONE))
        .forEach(operations::add);
    return new Circuit(circuit.qubits(), List.of(new Register("all", qubits)), operations);
  }
}
