package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.qir.QirReader;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import io.quantumexecutor.local.emulator.ProgramRunner.ReceivedJob;
import io.quantumexecutor.simulator.NoiseModel;
import io.quantumexecutor.simulator.Simulator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * QIR on any target that takes it. The service translates the shots into one of its own result
 * formats, in the order of the program's record calls.
 */
final class QirJob {
  static final String V1 = "microsoft.quantum-results.v1";
  static final String V2 = "microsoft.quantum-results.v2";

  private static final int BATCH_LIMIT = 1_000;

  private final Simulator simulator;

  QirJob(Simulator simulator) {
    this.simulator = simulator;
  }

  /** The shots of one item of a batch, and what they used up. */
  private record Item(List<JsonNode> shots, Map<String, Double> consumed) {}

  Output run(ReceivedJob job) {
    if (job.input().startsWith("BC")) {
      throw new JobFailure(
          "BitcodeError", "This emulator reads QIR as text; send text instead of bitcode.");
    }
    List<Item> items = new ArrayList<>();
    Map<String, Double> consumed = new LinkedHashMap<>();
    for (String entryPoint : entryPoints(job.params())) {
      Item item = run(job, entryPoint, job.seed() + items.size());
      item.consumed.forEach((dimension, amount) -> consumed.merge(dimension, amount, Double::sum));
      items.add(item);
    }
    JsonNode content = job.formats().output().equals(V1) ? v1(items.get(0).shots) : v2(items);
    return new Output(
        EmulatorJson.text(content), "application/octet-stream", ProgramRunner.TRANSLATED, consumed);
  }

  private Item run(ReceivedJob job, String entryPoint, long seed) {
    String text = QirEntryPoints.select(job.input(), entryPoint);
    Circuit circuit = QirReader.read(text, CircuitLimits.DEFAULT);
    job.requireQubits(circuit.qubitCount());
    QirOutputs outputs = QirOutputs.of(text);
    List<JsonNode> shots = keys(circuit, job, seed).stream().map(outputs::outcome).toList();
    return new Item(shots, Consumption.of(job.target(), circuit, job.shots(1)));
  }

  /** The entry points to run: those of a batch's items, or the single one. */
  private static List<String> entryPoints(JsonNode params) {
    JsonNode items = params.path("items");
    if (items.isEmpty()) {
      return List.of(params.path("entryPoint").asText(""));
    }
    if (items.size() > BATCH_LIMIT) {
      throw new JobFailure("InvalidProperty", "A batch has at most 1000 items.");
    }
    List<String> names = new ArrayList<>();
    items.forEach(item -> names.add(item.path("entryPoint").asText("")));
    return names;
  }

  private List<String> keys(Circuit circuit, ReceivedJob job, long seed) {
    int count = job.shots(1);
    EmulatedTarget target = job.target();
    if (target.kind() == EmulatedTarget.Kind.SYNTAX_CHECKER) {
      return Collections.nCopies(count, "0".repeat(circuit.bitCount()));
    }
    if (target.kind() == EmulatedTarget.Kind.IDEAL && target.provider().equals("ionq")) {
      return scaled(circuit, count);
    }
    return simulator.sample(circuit, count, seed, noise(job));
  }

  private static NoiseModel noise(ReceivedJob job) {
    EmulatedTarget target = job.target();
    return switch (target.provider()) {
      case "ionq" -> IonqProgram.noise(target);
      case "rigetti" -> RigettiProgram.noise(target);
      default -> QuantinuumProgram.noise(job);
    };
  }

  /**
   * IonQ's simulator does not sample: each state of all qubits stands for its rounded share of the
   * shots, so that there may be more or fewer than were asked for.
   */
  private List<String> scaled(Circuit circuit, int shots) {
    double[] probabilities = simulator.stateProbabilities(circuit);
    List<Integer> qubitOfBit = OutputLayout.of(circuit).qubitOfBit();
    List<String> keys = new ArrayList<>();
    for (int state = 0; state < probabilities.length; state++) {
      long copies = Math.round(probabilities[state] * shots);
      if (copies > 0) {
        keys.addAll(Collections.nCopies((int) copies, key(qubitOfBit, state)));
      }
    }
    return keys;
  }

  private static String key(List<Integer> qubitOfBit, int state) {
    StringBuilder key = new StringBuilder();
    for (int bit = qubitOfBit.size() - 1; bit >= 0; bit--) {
      int qubit = qubitOfBit.get(bit);
      boolean one = qubit != OutputLayout.NEVER_WRITTEN && (state >> qubit & 1) == 1;
      key.append(one ? '1' : '0');
    }
    return key.toString();
  }

  private static ObjectNode v1(List<JsonNode> shots) {
    ObjectNode output = EmulatorJson.object();
    ArrayNode histogram = output.putArray("Histogram");
    counts(shots)
        .forEach(
            (outcome, count) ->
                histogram.add(QirOutputs.display(outcome)).add((double) count / shots.size()));
    return output;
  }

  private static ObjectNode v2(List<Item> items) {
    ObjectNode output = EmulatorJson.object().put("DataFormat", V2);
    ArrayNode results = output.putArray("Results");
    items.forEach(item -> results.add(v2Result(item.shots)));
    return output;
  }

  private static ObjectNode v2Result(List<JsonNode> shots) {
    ObjectNode result = EmulatorJson.object();
    ArrayNode histogram = result.putArray("Histogram");
    counts(shots)
        .forEach(
            (outcome, count) ->
                histogram
                    .addObject()
                    .put("Display", QirOutputs.display(outcome))
                    .put("Count", count)
                    .set("Outcome", outcome));
    shots.forEach(result.putArray("Shots")::add);
    return result;
  }

  /** In order of first appearance, as the service lists them. */
  private static Map<JsonNode, Integer> counts(List<JsonNode> shots) {
    Map<JsonNode, Integer> counts = new LinkedHashMap<>();
    shots.forEach(shot -> counts.merge(shot, 1, Integer::sum));
    return counts;
  }
}
