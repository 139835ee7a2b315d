package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.List;

/**
 * One outcome of Microsoft's formats, flattened: tuples ({@code Item1}, {@code Item2}, …) and
 * arrays are walked in order; each array of values is a register, a value elsewhere a register of
 * one bit.
 */
final class Recorded {
  private final List<Register> registers = new ArrayList<>();
  private final StringBuilder bits = new StringBuilder();
  private int names;
  private boolean lost;

  private Recorded() {}

  /** An outcome; a shot that is an error counts as lost. */
  static Recorded of(JsonNode outcome, String pointer) {
    Recorded recorded = new Recorded();
    if (outcome.isObject() && outcome.has("Error")) {
      recorded.lost = true;
    } else {
      recorded.walk(outcome, "", pointer);
    }
    return recorded;
  }

  /** In the order they were recorded; named by their place in the structure. */
  List<Register> registers() {
    return registers;
  }

  /** The first recorded bit rightmost. */
  String key() {
    return new StringBuilder(bits).reverse().toString();
  }

  /** Whether the shot ended in an error, or at least one qubit was lost. */
  boolean isLost() {
    return lost;
  }

  private void walk(JsonNode node, String path, String pointer) {
    if (node.isObject()) {
      walkTuple(node, path, pointer);
    } else if (node.isArray() && node.get(0) != null && !node.get(0).isContainerNode()) {
      for (int i = 0; i < node.size(); i++) {
        addBit(node.get(i), pointer + "/" + i);
      }
      addRegister(path, node.size());
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), path + "[" + i + "]", pointer + "/" + i);
      }
    } else {
      addBit(node, pointer);
      addRegister(path, 1);
    }
  }

  private void walkTuple(JsonNode tuple, String path, String pointer) {
    for (int item = 1; item <= tuple.size(); item++) {
      String name = "Item" + item;
      if (!tuple.has(name)) {
        throw ResultFormatException.shape(pointer, "a tuple Item1, Item2, … is expected");
      }
      walk(tuple.get(name), path.isEmpty() ? name : path + "." + name, pointer + "/" + name);
    }
  }

  private void addRegister(String path, int size) {
    names += path.length();
    if (names > ResultLimits.MAX_NAMES) {
      throw ResultSize.tooLarge("an outcome has too many registers");
    }
    registers.add(new Register(path.isEmpty() ? "result" : path, size));
  }

  private void addBit(JsonNode value, String pointer) {
    ResultSize.width(bits.length() + 1L);
    switch (value.isContainerNode() ? "" : value.asText()) {
      case "0", "Zero", "zero", "False", "false" -> bits.append('0');
      case "1", "One", "one", "True", "true" -> bits.append('1');
      case "2", "-", "Loss", "loss" -> {
        bits.append('-');
        lost = true;
      }
      default -> throw ResultFormatException.shape(pointer, "a measured bit is expected");
    }
  }
}
