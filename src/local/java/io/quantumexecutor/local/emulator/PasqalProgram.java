package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import io.quantumexecutor.local.emulator.ProgramRunner.ReceivedJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Pulser sequences on Pasqal's targets. The pulses are not simulated: each shot is a random pattern
 * in which no two neighbouring atoms are excited, as a strong drive leaves them. Character i of a
 * key is atom i of the register.
 *
 * <p>Emulators answer the counts alone, hardware the newer shape with {@code counter} and the
 * single shots, so that clients meet both.
 */
final class PasqalProgram {
  private static final int DEFAULT_SHOTS = 100;

  /** Closer than this, in µm, only one of two atoms can be excited. */
  private static final double BLOCKADE_RADIUS = 8;

  private record Atom(double x, double y) {
    boolean near(Atom other) {
      return Math.hypot(x - other.x, y - other.y) < BLOCKADE_RADIUS;
    }
  }

  Output run(ReceivedJob job) {
    List<Atom> atoms = atoms(sequence(job.input()));
    job.requireQubits(atoms.size());
    int shots = job.shots(DEFAULT_SHOTS);
    SplittableRandom random = new SplittableRandom(job.seed());
    List<String> keys = new ArrayList<>();
    for (int shot = 0; shot < shots; shot++) {
      keys.add(pattern(atoms, random));
    }
    ObjectNode output = counts(keys);
    if (job.target().kind() == EmulatedTarget.Kind.QPU) {
      ObjectNode whole = EmulatorJson.object();
      whole.set("counter", output);
      keys.forEach(whole.putArray("raw")::add);
      output = whole;
    }
    return new Output(
        EmulatorJson.text(output),
        "application/json",
        ProgramRunner.PASSED_THROUGH,
        Consumption.ofTime(job.target(), shots));
  }

  /** The sequence, which clients send as an object or as a string with the object's text. */
  private static JsonNode sequence(String input) {
    JsonNode builder = parse(input).path("sequence_builder");
    if (builder.isTextual()) {
      builder = parse(builder.textValue());
    }
    if (!builder.isObject()) {
      throw JobFailure.invalidInput("sequence_builder must hold a Pulser sequence.");
    }
    return builder;
  }

  private static JsonNode parse(String text) {
    try {
      return EmulatorJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new JobFailure(
          "InvalidInputData", "The input is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static List<Atom> atoms(JsonNode sequence) {
    if (!(sequence.path("register") instanceof ArrayNode register) || register.isEmpty()) {
      throw JobFailure.invalidInput("The sequence's register must be a list of atoms.");
    }
    if (!(sequence.path("operations") instanceof ArrayNode)) {
      throw JobFailure.invalidInput("The sequence has no list of operations.");
    }
    List<Atom> atoms = new ArrayList<>();
    for (JsonNode atom : register) {
      if (!atom.path("x").isNumber() || !atom.path("y").isNumber()) {
        throw JobFailure.invalidInput("An atom of the register has no x and y: " + atom);
      }
      atoms.add(new Atom(atom.get("x").doubleValue(), atom.get("y").doubleValue()));
    }
    return atoms;
  }

  private static String pattern(List<Atom> atoms, SplittableRandom random) {
    List<Atom> excited = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    for (Atom atom : atoms) {
      boolean one = excited.stream().noneMatch(atom::near) && random.nextBoolean();
      if (one) {
        excited.add(atom);
      }
      pattern.append(one ? '1' : '0');
    }
    return pattern.toString();
  }

  /** The most frequent pattern first. */
  private static ObjectNode counts(List<String> keys) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    ObjectNode node = EmulatorJson.object();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> node.put(entry.getKey(), entry.getValue()));
    return node;
  }
}
