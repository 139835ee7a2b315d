package io.quantumexecutor.circuit.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and reports, by JSON pointer, what is missing, of the wrong
 * type or not known. After a report the returned value only serves to go on.
 */
final class JsonFields {
  private final JsonNode object;
  private final String pointer;
  private final ProgramErrors errors;
  private final Set<String> asked = new HashSet<>();
  private boolean faulty;

  JsonFields(JsonNode object, String pointer, ProgramErrors errors) {
    this.object = object;
    this.pointer = pointer;
    this.errors = errors;
  }

  /** Whether anything was reported for this object. */
  boolean isFaulty() {
    return faulty;
  }

  /** Reports a fault of a field; an empty field name means the object itself. */
  void refuse(String field, String message) {
    faulty = true;
    errors.add(ProgramError.of(pointer + (field.isEmpty() ? "" : "/" + field) + ": " + message));
  }

  boolean has(String field) {
    asked.add(field);
    return object.has(field);
  }

  private @Nullable JsonNode find(String field, String expected) {
    if (!has(field)) {
      refuse(field, "missing; give " + expected);
      return null;
    }
    return object.get(field);
  }

  String text(String field, String expected) {
    JsonNode node = find(field, expected);
    if (node != null && !node.isTextual()) {
      refuse(field, "give " + expected);
    }
    return node == null ? "" : node.asText();
  }

  /** A whole number from {@code least} to {@code most}. */
  int integer(String field, int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    JsonNode node = find(field, expected);
    return node == null ? least : integer(field, node, least, most);
  }

  private int integer(String field, JsonNode node, int least, int most) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      refuse(field, "give a whole number from " + least + " to " + most);
      return least;
    }
    int value = node.intValue();
    if (value < least || value > most) {
      refuse(field, value + " is not between " + least + " and " + most);
      return least;
    }
    return value;
  }

  double number(String field, String expected) {
    JsonNode node = find(field, expected);
    return node == null ? 0 : number(field, node, expected);
  }

  private double number(String field, JsonNode node, String expected) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      refuse(field, "give " + expected);
      return 0;
    }
    return node.doubleValue();
  }

  JsonNode array(String field, String expected) {
    JsonNode node = find(field, expected);
    if (node != null && node.isArray()) {
      return node;
    }
    if (node != null) {
      refuse(field, "give " + expected);
    }
    return JsonNodeFactory.instance.arrayNode();
  }

  List<Double> numbers(String field, String expected) {
    JsonNode array = array(field, expected);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      values.add(number(field + "/" + i, array.get(i), expected));
    }
    return values;
  }

  List<String> texts(String field, String expected) {
    JsonNode array = array(field, expected);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (!array.get(i).isTextual()) {
        refuse(field + "/" + i, "give " + expected);
      }
      values.add(array.get(i).asText());
    }
    return values;
  }

  /** Qubits under a name for one ({@code target}) or for a list ({@code targets}). */
  List<Integer> qubits(String one, String many, int qubits) {
    boolean hasOne = has(one);
    boolean hasMany = has(many);
    if (hasOne && hasMany) {
      refuse(one, "give either " + one + " or " + many);
    }
    if (hasOne) {
      return List.of(integer(one, object.get(one), 0, qubits - 1));
    }
    if (!hasMany) {
      return List.of();
    }
    JsonNode array = array(many, "a list of qubits");
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      values.add(integer(many + "/" + i, array.get(i), 0, qubits - 1));
    }
    // Gates share what cannot change instead of copying it.
    return List.copyOf(values);
  }

  /** Reports every field that nobody asked for. */
  void refuseOthers() {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!asked.contains(name)) {
        String shown = ProgramError.shortened(name);
        refuse(shown.replace("~", "~0").replace("/", "~1"), "unknown here; leave it out");
      }
    }
  }
}
