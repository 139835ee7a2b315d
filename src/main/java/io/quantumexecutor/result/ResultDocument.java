package io.quantumexecutor.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The provider-independent result of a job. In JSON the fields of its parts stand side by side in
 * one object, with snake_case names.
 *
 * @param memory values that are no bits, by name of their memory region, one row per shot; null
 *     when there are none
 * @param batch one document per item of a batch; null for a single program
 * @param outputs the values of a Classiq program's outputs; null for others
 * @param warnings for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultDocument(
    @JsonUnwrapped Outcomes outcomes,
    @JsonUnwrapped ShotCounts shots,
    @JsonUnwrapped Origin origin,
    @Nullable Map<String, JsonNode> memory,
    @Nullable List<ResultDocument> batch,
    @JsonUnwrapped @Nullable ParsedOutputs outputs,
    List<String> warnings) {
  private static final TypeReference<Map<String, JsonNode>> MEMORY = new TypeReference<>() {};
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * What was seen. Outcomes are bit strings without separators, least significant bit right: the
   * first declared register is rightmost, and its bit 0 rightmost in it.
   *
   * @param counts outcome → times seen; most frequent first, equal ones by ascending outcome
   * @param probabilities outcome → share; in the same kind of order. For an ideal distribution it
   *     also holds outcomes that were never drawn
   * @param registers in declaration order
   */
  @JsonPropertyOrder({"counts", "probabilities", "counts_lsb_right", "registers"})
  public record Outcomes(
      Map<String, Long> counts, Map<String, Double> probabilities, List<OutputRegister> registers) {
    static final Outcomes NONE = new Outcomes(Map.of(), Map.of(), List.of());

    /** Always true; Classiq's word for the order of the bits. */
    @JsonProperty(value = "counts_lsb_right", access = JsonProperty.Access.READ_ONLY)
    public boolean countsLsbRight() {
      return true;
    }

    private Outcomes named(List<String> names) {
      List<OutputRegister> renamed = new ArrayList<>();
      for (int i = 0; i < registers.size(); i++) {
        OutputRegister register = registers.get(i);
        renamed.add(new OutputRegister(names.get(i), register.size(), register.offset()));
      }
      return new Outcomes(counts, probabilities, renamed);
    }
  }

  /**
   * How many shots there were.
   *
   * @param numShots shots the provider returned; the counts add up to it less the discarded shots
   * @param requestedShots shots asked for
   * @param discardedShots returned shots that ended in an error or lost a qubit
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record ShotCounts(long numShots, long requestedShots, long discardedShots) {}

  /**
   * Where the counts come from.
   *
   * @param sampled whether the provider drew shots, rather than computed a distribution
   * @param providerFormat the provider's name of its output format
   * @param target the target that ran the program
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Origin(
      CountsSource countsSource, boolean sampled, String providerFormat, String target) {}

  /**
   * The values of a Classiq program's outputs.
   *
   * @param outputQubitsMap output → positions in an outcome, counted from the right, the least
   *     significant first
   * @param parsedStates every counted outcome → output → value
   * @param parsedCounts the counts by values, most frequent first
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record ParsedOutputs(
      Map<String, List<Integer>> outputQubitsMap,
      Map<String, Map<String, JsonNode>> parsedStates,
      List<ParsedCount> parsedCounts) {}

  /**
   * Reads a document that was written as JSON.
   *
   * @throws IOException if it is none
   */
  public static ResultDocument read(byte[] json) throws IOException {
    return of(MAPPER.readTree(json));
  }

  private static ResultDocument of(JsonNode json) throws JsonProcessingException {
    return new ResultDocument(
        MAPPER.treeToValue(json, Outcomes.class),
        MAPPER.treeToValue(json, ShotCounts.class),
        MAPPER.treeToValue(json, Origin.class),
        json.has("memory") ? MAPPER.treeToValue(json.get("memory"), MEMORY) : null,
        json.has("batch") ? batch(json.get("batch")) : null,
        json.has("parsed_states") ? MAPPER.treeToValue(json, ParsedOutputs.class) : null,
        MAPPER.treeToValue(json.get("warnings"), TEXTS));
  }

  private static List<ResultDocument> batch(JsonNode items) throws JsonProcessingException {
    List<ResultDocument> batch = new ArrayList<>();
    for (JsonNode item : items) {
      batch.add(of(item));
    }
    return batch;
  }

  public Map<String, Long> counts() {
    return outcomes.counts();
  }

  public Map<String, Double> probabilities() {
    return outcomes.probabilities();
  }

  public List<OutputRegister> registers() {
    return outcomes.registers();
  }

  /** The same with other warnings. */
  public ResultDocument withWarnings(List<String> others) {
    return new ResultDocument(outcomes, shots, origin, memory, batch, outputs, others);
  }

  /** The same with other names for the registers, given in their order. */
  public ResultDocument withRegisterNames(List<String> names) {
    return withOutcomes(outcomes.named(names));
  }

  /** The same with other outcomes of other registers. */
  ResultDocument withOutcomes(Outcomes others) {
    return new ResultDocument(others, shots, origin, memory, batch, outputs, warnings);
  }

  /** The same with the values of a Classiq program's outputs. */
  public ResultDocument withOutputs(ParsedOutputs values) {
    return new ResultDocument(outcomes, shots, origin, memory, batch, values, warnings);
  }
}
