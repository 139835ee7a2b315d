package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import io.quantumexecutor.local.emulator.ProgramRunner.ReceivedJob;
import io.quantumexecutor.local.emulator.QuilText.Region;
import io.quantumexecutor.simulator.NoiseModel;
import io.quantumexecutor.simulator.Simulator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Quil on Rigetti's targets: for each declared region of memory one row per shot, index 0 leftmost.
 * Of a program that {@link QuilText} does not execute the bits are random.
 */
final class RigettiProgram {
  /** Of the size Rigetti publishes for its machines. */
  private static final NoiseModel CEPHEUS = new NoiseModel(1e-3, 8e-3, 2e-2, 4e-2);

  private static final String READ_OUT = "ro";

  private final Simulator simulator;

  RigettiProgram(Simulator simulator) {
    this.simulator = simulator;
  }

  static NoiseModel noise(EmulatedTarget target) {
    return target.kind() == EmulatedTarget.Kind.QPU ? CEPHEUS : NoiseModel.NONE;
  }

  Output run(ReceivedJob job) {
    JsonNode skipQuilc = job.params().path("skipQuilc");
    if (!skipQuilc.isMissingNode() && !skipQuilc.isBoolean()) {
      throw JobFailure.invalidInput("skipQuilc must be true or false: " + skipQuilc);
    }
    QuilText quil = QuilText.read(job.input());
    if (quil.region(READ_OUT).isEmpty()) {
      throw QuilText.invalid("", "no memory region called ro is declared");
    }
    List<Map<String, double[]>> runs =
        QuilSubstitutions.read(job.params().path("substitutions"), quil);
    ObjectNode output = EmulatorJson.object();
    quil.regions().forEach(region -> output.putArray(region.name()));
    for (int run = 0; run < runs.size(); run++) {
      List<String> keys = keys(quil, runs.get(run), job, run);
      addRows(output, quil.regions(), runs.get(run), keys);
    }
    int shots = job.shots(1) * runs.size();
    return new Output(
        EmulatorJson.text(output),
        "application/json",
        ProgramRunner.PASSED_THROUGH,
        Consumption.ofTime(job.target(), shots));
  }

  /** One key per shot: the bits of all regions, bit 0 of the first one rightmost. */
  private List<String> keys(QuilText quil, Map<String, double[]> memory, ReceivedJob job, int run) {
    int shots = job.shots(1);
    long seed = job.seed() + run;
    Optional<Circuit> circuit = quil.circuit(memory);
    if (circuit.isPresent()) {
      job.requireQubits(circuit.get().qubitCount());
      return simulator.sample(circuit.get(), shots, seed, noise(job.target()));
    }
    int bits = quil.regions().stream().filter(Region::isBits).mapToInt(Region::size).sum();
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> randomBits(random, bits)).limit(shots).toList();
  }

  private static String randomBits(SplittableRandom random, int bits) {
    return IntStream.range(0, bits)
        .mapToObj(bit -> random.nextBoolean() ? "1" : "0")
        .collect(Collectors.joining());
  }

  private static void addRows(
      ObjectNode output, List<Region> regions, Map<String, double[]> memory, List<String> keys) {
    int end = keys.isEmpty() ? 0 : keys.get(0).length();
    for (Region region : regions) {
      ArrayNode rows = output.withArray("/" + region.name());
      int start = region.isBits() ? end - region.size() : end;
      for (String key : keys) {
        rows.add(region.isBits() ? bits(key, start, end) : values(region, memory));
      }
      end = start;
    }
  }

  private static ArrayNode bits(String key, int start, int end) {
    ArrayNode row = EmulatorJson.array();
    for (int i = end - 1; i >= start; i--) {
      row.add(key.charAt(i) - '0');
    }
    return row;
  }

  private static ArrayNode values(Region region, Map<String, double[]> memory) {
    ArrayNode row = EmulatorJson.array();
    for (double value : memory.get(region.name())) {
      if (region.type().equals("REAL")) {
        row.add(value);
      } else {
        row.add((long) value);
      }
    }
    return row;
  }
}
