package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.result.ResultDocument.Origin;
import io.quantumexecutor.result.ResultDocument.Outcomes;
import io.quantumexecutor.result.ResultDocument.ShotCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completes what a decoder found to a {@link ResultDocument}. */
final class Documents {
  private Documents() {}

  /** Shots the provider counted. */
  static ResultDocument ofTally(
      ResultRequest request, List<Register> registers, Tally tally, List<String> warnings) {
    return ofTally(request, registers, tally, null, warnings);
  }

  /** Shots the provider counted, with values that are no bits beside them. */
  static ResultDocument ofTally(
      ResultRequest request,
      List<Register> registers,
      Tally tally,
      @Nullable Map<String, JsonNode> memory,
      List<String> warnings) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    long kept = tally.kept();
    tally.counts().forEach((key, count) -> probabilities.put(key, (double) count / kept));
    List<String> all = new ArrayList<>(warnings);
    addShotWarnings(request, tally, all);
    return new ResultDocument(
        outcomes(tally.counts(), probabilities, registers),
        new ShotCounts(kept + tally.discarded(), request.requestedShots(), tally.discarded()),
        origin(request, CountsSource.PROVIDER),
        memory,
        null,
        null,
        List.copyOf(all));
  }

  private static Outcomes outcomes(
      Map<String, Long> counts, Map<String, Double> probabilities, List<Register> registers) {
    return new Outcomes(
        descending(counts), descending(probabilities), OutputRegister.place(registers));
  }

  private static Origin origin(ResultRequest request, CountsSource source) {
    return new Origin(source, !request.isIdeal(), request.outputFormat(), request.target());
  }

  private static void addShotWarnings(ResultRequest request, Tally tally, List<String> warnings) {
    long returned = tally.kept() + tally.discarded();
    if (returned != request.requestedShots()) {
      warnings.add(
          "the provider returned "
              + returned
              + " shots; "
              + request.requestedShots()
              + " were requested");
    }
    if (tally.discarded() > 0) {
      warnings.add(tally.discarded() + " shots ended in an error or lost a qubit: not counted");
    }
  }

  /** A distribution; whether it is ideal or the frequencies of shots follows from the target. */
  static ResultDocument ofDistribution(
      ResultRequest request,
      List<Register> registers,
      Map<String, Double> probabilities,
      List<String> warnings) {
    Distribution distribution = new Distribution(probabilities);
    int shots = request.requestedShots();
    boolean ideal = request.isIdeal();
    return new ResultDocument(
        outcomes(
            ideal ? distribution.sample(shots, request.seed()) : distribution.scale(shots),
            probabilities,
            registers),
        new ShotCounts(shots, shots, 0),
        origin(request, ideal ? CountsSource.SAMPLED_HERE : CountsSource.SCALED),
        null,
        null,
        null,
        List.copyOf(warnings));
  }

  /** Values per shot that are no bits. */
  static ResultDocument ofMemory(ResultRequest request, int shots, Map<String, JsonNode> memory) {
    return withoutCounts(
        request, shots, 0, memory, null, "the memory regions hold no bits: no counts");
  }

  /** One document per item; no counts of its own, because the items are different programs. */
  static ResultDocument ofBatch(ResultRequest request, List<ResultDocument> items) {
    long shots = items.stream().mapToLong(item -> item.shots().numShots()).sum();
    long discarded = items.stream().mapToLong(item -> item.shots().discardedShots()).sum();
    return withoutCounts(
        request, shots, discarded, null, List.copyOf(items), "this is a batch: see its items");
  }

  /** Nothing but the raw answer. */
  static ResultDocument ofRaw(ResultRequest request) {
    String warning = "the format " + request.outputFormat() + " has no counts: see the raw answer";
    return withoutCounts(request, 0, 0, null, null, warning);
  }

  private static ResultDocument withoutCounts(
      ResultRequest request,
      long shots,
      long discarded,
      @Nullable Map<String, JsonNode> memory,
      @Nullable List<ResultDocument> batch,
      String warning) {
    return new ResultDocument(
        Outcomes.NONE,
        new ShotCounts(shots, request.requestedShots(), discarded),
        origin(request, CountsSource.NONE),
        memory,
        batch,
        null,
        List.of(warning));
  }

  static <N extends Comparable<N>> Map<String, N> descending(Map<String, N> values) {
    Map<String, N> ordered = new LinkedHashMap<>();
    values.entrySet().stream()
        .sorted(
            Map.Entry.<String, N>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }
}
