package io.quantumexecutor.result.classiq;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.classiq.ClassiqOutput;
import io.quantumexecutor.circuit.classiq.OutputType;
import io.quantumexecutor.result.OutputRegister;
import io.quantumexecutor.result.ParsedCount;
import io.quantumexecutor.result.ResultDocument.ParsedOutputs;
import io.quantumexecutor.result.ResultFormatException;
import io.quantumexecutor.result.ResultLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads counts by output. */
public final class OutputValues {
  /** What a value takes, in characters. */
  private static final int VALUE = 16;

  private final List<Slot> slots;

  private OutputValues(List<Slot> slots) {
    this.slots = slots;
  }

  /**
   * An output in a bit string.
   *
   * @param positions its bits, counted from the right, the least significant first
   */
  private record Slot(String name, List<Integer> positions, OutputType type) {}

  /** The outputs of a Classiq program, whose circuit measures all of them. */
  public static OutputValues of(List<ClassiqOutput> outputs, OutputLayout layout) {
    List<Slot> slots = new ArrayList<>();
    for (ClassiqOutput output : outputs) {
      List<Integer> positions =
          output.qubits().stream().map(layout.qubitOfBit()::lastIndexOf).toList();
      if (!positions.contains(-1)) {
        slots.add(new Slot(output.name(), positions, output.type()));
      }
    }
    return new OutputValues(slots);
  }

  /** Every register as an output of its own, an unsigned number. */
  static OutputValues of(List<OutputRegister> registers) {
    return new OutputValues(registers.stream().map(OutputValues::slot).toList());
  }

  private static Slot slot(OutputRegister register) {
    int end = register.offset() + register.size();
    List<Integer> positions = IntStream.range(register.offset(), end).boxed().toList();
    return new Slot(register.name(), positions, OutputType.Numeric.unsigned(register.size()));
  }

  /**
   * The values of the outputs for every outcome that was counted.
   *
   * @throws ResultFormatException if there were more than a result may hold
   */
  public ParsedOutputs parsed(Map<String, Long> counts) {
    checkSize(counts.size());
    Map<String, List<Integer>> map = new LinkedHashMap<>();
    slots.forEach(slot -> map.put(slot.name(), slot.positions()));
    Map<String, Map<String, JsonNode>> states = new LinkedHashMap<>();
    counts.keySet().forEach(outcome -> states.put(outcome, state(outcome)));
    return new ParsedOutputs(map, states, counts(counts, states));
  }

  private void checkSize(int outcomes) {
    long each = 0;
    for (Slot slot : slots) {
      each += slot.positions().size() + VALUE * OutputValue.nodes(slot.type());
    }
    if (outcomes * each > ResultLimits.DEFAULT.characters()) {
      throw new ResultFormatException(
          ResultFormatException.Code.TOO_LARGE,
          "the result is too large to be decoded here: too many values of outputs");
    }
  }

  private Map<String, JsonNode> state(String outcome) {
    Map<String, JsonNode> state = new LinkedHashMap<>();
    for (Slot slot : slots) {
      StringBuilder bits = new StringBuilder();
      slot.positions().forEach(at -> bits.append(outcome.charAt(outcome.length() - 1 - at)));
      state.put(slot.name(), OutputValue.of(slot.type(), bits));
    }
    return state;
  }

  /** Equal states together, the most frequent first. */
  private static List<ParsedCount> counts(
      Map<String, Long> counts, Map<String, Map<String, JsonNode>> states) {
    Map<Map<String, JsonNode>, Long> merged = new LinkedHashMap<>();
    states.forEach((outcome, state) -> merged.merge(state, counts.get(outcome), Long::sum));
    return merged.entrySet().stream()
        .map(entry -> new ParsedCount(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(ParsedCount::shots).reversed())
        .toList();
  }
}
