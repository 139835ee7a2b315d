package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.QuilText.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The input parameter {@code substitutions}: values for memory regions, a list of runs each. */
final class QuilSubstitutions {
  private QuilSubstitutions() {}

  /**
   * The memory of each run; regions without a substitution hold zeros.
   *
   * @param given region to a list of vectors, missing for a single run
   * @throws JobFailure unless all regions have as many vectors, each as long as its region
   */
  static List<Map<String, double[]>> read(JsonNode given, QuilText quil) {
    Map<String, double[]> zeros = new LinkedHashMap<>();
    for (Region region : quil.regions()) {
      if (!region.isBits()) {
        zeros.put(region.name(), new double[region.size()]);
      }
    }
    if (given.isMissingNode() || given.isNull() || given.isEmpty()) {
      return List.of(zeros);
    }
    List<Map<String, double[]>> runs = new ArrayList<>();
    int count = given.elements().next().size();
    for (int run = 0; run < count; run++) {
      runs.add(new LinkedHashMap<>(zeros));
    }
    given.properties().forEach(entry -> fill(runs, quil, entry.getKey(), entry.getValue()));
    if (runs.isEmpty()) {
      throw JobFailure.invalidInput("substitutions: at least one vector is needed.");
    }
    return runs;
  }

  private static void fill(
      List<Map<String, double[]>> runs, QuilText quil, String name, JsonNode vectors) {
    Region region =
        quil.region(name)
            .filter(declared -> !declared.isBits())
            .orElseThrow(
                () ->
                    JobFailure.invalidInput(
                        "substitutions: no memory region '%s' of numbers is declared."
                            .formatted(name)));
    if (vectors.size() != runs.size()) {
      throw JobFailure.invalidInput("substitutions: all regions need the same number of vectors.");
    }
    for (int run = 0; run < runs.size(); run++) {
      JsonNode vector = vectors.get(run);
      boolean numbers =
          StreamSupport.stream(vector.spliterator(), false).allMatch(JsonNode::isNumber);
      if (vector.size() != region.size() || !numbers) {
        throw JobFailure.invalidInput(
            "substitutions: each vector for '%s' needs %d numbers.".formatted(name, region.size()));
      }
      double[] values = new double[region.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = vector.get(i).doubleValue();
      }
      runs.get(run).put(name, values);
    }
  }
}
