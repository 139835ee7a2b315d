package io.quantumexecutor.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The provider-independent result of a job; serialized as it is, with snake_case names.
 *
 * <p>Outcomes are bit strings without separators, least significant bit right: the first declared
 * register is rightmost, and its bit 0 rightmost in it.
 *
 * @param counts outcome → times seen; most frequent first, equal ones by ascending outcome
 * @param probabilities outcome → share; in the same kind of order. For an ideal distribution it
 *     also holds outcomes that were never drawn
 * @param countsLsbRight always true
 * @param registers in declaration order
 * @param numShots shots the provider returned; the counts add up to it less the discarded shots
 * @param requestedShots shots asked for
 * @param discardedShots returned shots that ended in an error or lost a qubit
 * @param countsSource where the counts come from
 * @param sampled whether the provider drew shots, rather than computed a distribution
 * @param providerFormat the provider's name of its output format
 * @param target the target that ran the program
 * @param memory values that are no bits, by name of their memory region, one row per shot; null
 *     when there are none
 * @param batch one document per item of a batch; null for a single program
 * @param outputQubitsMap for a Classiq program output → positions in an outcome, counted from the
 *     right, the least significant first; otherwise null
 * @param parsedStates for a Classiq program every counted outcome → output → value; otherwise null
 * @param parsedCounts the counts by values, most frequent first; otherwise null
 * @param warnings for people
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"counts", "probabilities", "counts_lsb_right", "registers"})
public record ResultDocument(
    Map<String, Long> counts,
    Map<String, Double> probabilities,
    boolean countsLsbRight,
    List<OutputRegister> registers,
    long numShots,
    long requestedShots,
    long discardedShots,
    CountsSource countsSource,
    boolean sampled,
    String providerFormat,
    String target,
    @Nullable Map<String, JsonNode> memory,
    @Nullable List<ResultDocument> batch,
    @Nullable Map<String, List<Integer>> outputQubitsMap,
    @Nullable Map<String, Map<String, JsonNode>> parsedStates,
    @Nullable List<ParsedCount> parsedCounts,
    List<String> warnings) {

  /** The same with other warnings. */
  public ResultDocument withWarnings(List<String> others) {
    return with(registers, others);
  }

  /** The same with other names for the registers, given in their order. */
  public ResultDocument withRegisterNames(List<String> names) {
    List<OutputRegister> renamed = new ArrayList<>();
    for (int i = 0; i < registers.size(); i++) {
      OutputRegister register = registers.get(i);
      renamed.add(new OutputRegister(names.get(i), register.size(), register.offset()));
    }
    return with(renamed, warnings);
  }

  private ResultDocument with(List<OutputRegister> otherRegisters, List<String> otherWarnings) {
    return new ResultDocument(
        counts,
        probabilities,
        countsLsbRight,
        otherRegisters,
        numShots,
        requestedShots,
        discardedShots,
        countsSource,
        sampled,
        providerFormat,
        target,
        memory,
        batch,
        outputQubitsMap,
        parsedStates,
        parsedCounts,
        otherWarnings);
  }

  /** The same with other outcomes of other registers. */
  ResultDocument withOutcomes(
      Map<String, Long> otherCounts,
      Map<String, Double> otherProbabilities,
      List<OutputRegister> otherRegisters) {
    return new ResultDocument(
        otherCounts,
        otherProbabilities,
        countsLsbRight,
        otherRegisters,
        numShots,
        requestedShots,
        discardedShots,
        countsSource,
        sampled,
        providerFormat,
        target,
        memory,
        batch,
        outputQubitsMap,
        parsedStates,
        parsedCounts,
        warnings);
  }

  /** The same with the values of a Classiq program's outputs. */
  public ResultDocument withOutputs(
      Map<String, List<Integer>> qubitsMap,
      Map<String, Map<String, JsonNode>> states,
      List<ParsedCount> parsed) {
    return new ResultDocument(
        counts,
        probabilities,
        countsLsbRight,
        registers,
        numShots,
        requestedShots,
        discardedShots,
        countsSource,
        sampled,
        providerFormat,
        target,
        memory,
        batch,
        qubitsMap,
        states,
        parsed,
        warnings);
  }
}
