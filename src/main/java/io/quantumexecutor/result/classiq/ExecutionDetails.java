package io.quantumexecutor.result.classiq;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quantumexecutor.result.ResultDocument;
import io.quantumexecutor.result.ResultDocument.ParsedOutputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result as Classiq's SDK reads it (its model {@code ExecutionDetails}).
 *
 * @param vendorFormatResult the provider's answer; one that is no JSON object stands in a field
 *     {@code raw}
 * @param countsLsbRight always true
 * @param parsedStates outcome → output → value; for programs without outputs every register is an
 *     unsigned number
 * @param histogram always null: there are counts
 * @param outputQubitsMap output → positions in an outcome, counted from the right, the least
 *     significant first: what the SDK indexes outcomes with
 * @param outputTypeMap output → its type as Classiq writes it
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExecutionDetails(
    ObjectNode vendorFormatResult,
    Map<String, Long> counts,
    boolean countsLsbRight,
    Map<String, Double> probabilities,
    Map<String, Map<String, JsonNode>> parsedStates,
    @Nullable Map<String, Double> histogram,
    Map<String, List<Integer>> outputQubitsMap,
    long numShots,
    JsonNode outputTypeMap,
    List<String> warnings) {

  /**
   * The details of a result.
   *
   * @param raw the provider's answer; empty if it is not known
   * @param outputTypes output → type; an empty object if there are none
   */
  public static ExecutionDetails of(ResultDocument result, byte[] raw, JsonNode outputTypes) {
    ParsedOutputs given = result.outputs();
    ParsedOutputs parsed =
        given == null ? OutputValues.of(result.registers()).parsed(result.counts()) : given;
    return new ExecutionDetails(
        vendorFormat(raw),
        result.counts(),
        true,
        result.probabilities(),
        parsed.parsedStates(),
        null,
        parsed.outputQubitsMap(),
        result.shots().numShots(),
        outputTypes,
        result.warnings());
  }

  private static ObjectNode vendorFormat(byte[] raw) {
    JsonNode answer = json(raw);
    return answer instanceof ObjectNode object
        ? object
        : JsonNodeFactory.instance.objectNode().set("raw", answer);
  }

  private static JsonNode json(byte[] raw) {
    try {
      return new JsonMapper().readTree(raw);
    } catch (IOException notJson) {
      return TextNode.valueOf(new String(raw, StandardCharsets.UTF_8));
    }
  }
}
