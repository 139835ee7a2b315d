package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The structure that a QIR text's record calls give its results, and the results in it. The n-th
 * recorded result is bit n of the circuit (see {@link io.quantumexecutor.circuit.qir.QirReader}).
 */
final class QirOutputs {
  private static final Pattern RECORD =
      Pattern.compile(
          "call void @__quantum__rt__(tuple|array|result)_record_output\\((?:i64 (\\d+))?");

  private enum Kind {
    RESULT,
    ARRAY,
    TUPLE
  }

  private record Shape(Kind kind, List<Shape> items) {}

  private final Shape shape;

  private QirOutputs(Shape shape) {
    this.shape = shape;
  }

  static QirOutputs of(String text) {
    Matcher calls = RECORD.matcher(text);
    List<Shape> top = new ArrayList<>();
    while (calls.find()) {
      top.add(read(calls));
    }
    // Several outputs without a tuple around them come back as a tuple all the same.
    return new QirOutputs(top.size() == 1 ? top.get(0) : new Shape(Kind.TUPLE, top));
  }

  private static Shape read(Matcher calls) {
    if (calls.group(1).equals("result")) {
      return new Shape(Kind.RESULT, List.of());
    }
    Kind kind = calls.group(1).equals("array") ? Kind.ARRAY : Kind.TUPLE;
    int size = Integer.parseInt(calls.group(2));
    List<Shape> items = new ArrayList<>();
    while (items.size() < size && calls.find()) {
      items.add(read(calls));
    }
    return new Shape(kind, items);
  }

  /**
   * Puts the bits of a shot into the structure.
   *
   * @param key one character per bit, bit 0 rightmost
   */
  JsonNode outcome(String key) {
    return outcome(shape, new StringBuilder(key));
  }

  private static JsonNode outcome(Shape shape, StringBuilder rest) {
    switch (shape.kind) {
      case RESULT -> {
        int last = rest.length() - 1;
        int bit = rest.charAt(last) - '0';
        rest.setLength(last);
        return IntNode.valueOf(bit);
      }
      case ARRAY -> {
        ArrayNode array = EmulatorJson.array();
        shape.items.forEach(item -> array.add(outcome(item, rest)));
        return array;
      }
      case TUPLE -> {
        ObjectNode tuple = EmulatorJson.object();
        for (Shape item : shape.items) {
          tuple.set("Item" + (tuple.size() + 1), outcome(item, rest));
        }
        return tuple;
      }
    }
    throw new AssertionError(shape.kind);
  }

  /** How the service writes an outcome for people. */
  static String display(JsonNode outcome) {
    if (!outcome.isContainerNode()) {
      return outcome.asText();
    }
    String items =
        StreamSupport.stream(outcome.spliterator(), false)
            .map(QirOutputs::display)
            .collect(Collectors.joining(", "));
    return outcome.isArray() ? "[" + items + "]" : "(" + items + ")";
  }
}
