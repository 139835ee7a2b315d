package io.quantumexecutor.circuit.classiq;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.ProgramError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the types of outputs as Classiq's quantum type model writes them: kinds {@code qbit},
 * {@code qnum}, {@code qvec} and {@code struct_instance}, whose fields stand under {@code
 * qstructs}. Sizes are texts inside of {@code {"expr": …}}.
 */
final class TypeReader {
  /** No type that people write is nested deeper; a struct that contains itself is. */
  private static final int DEEPEST = 32;

  private static final Set<String> TRUE = Set.of("true", "1");
  private static final Set<String> FALSE = Set.of("false", "0");

  private final Map<String, JsonNode> fieldsOfStruct = new HashMap<>();

  /**
   * @param structs the declarations: an array of objects with {@code name} and {@code fields}
   */
  TypeReader(JsonNode structs) {
    for (JsonNode struct : structs) {
      fieldsOfStruct.putIfAbsent(struct.path("name").asText(""), struct.path("fields"));
    }
  }

  /**
   * Reads a type that takes all of the qubits.
   *
   * @throws TypeMisfitException if it is not known or takes more or fewer
   */
  OutputType read(JsonNode type, int qubits) throws TypeMisfitException {
    OutputType read = read(type, qubits, 0);
    if (read.size() != qubits) {
      throw new TypeMisfitException(
          "its type takes %d qubits, it has %d".formatted(read.size(), qubits));
    }
    return read;
  }

  /** Reads a type that takes at most the available qubits; one of open size takes them all. */
  private OutputType read(JsonNode type, int available, int depth) throws TypeMisfitException {
    if (depth > DEEPEST) {
      throw new TypeMisfitException("its type is nested deeper than " + DEEPEST);
    }
    String kind = type.path("kind").asText("");
    OutputType read =
        switch (kind) {
          case "qbit" -> new OutputType.Bit();
          case "qnum" -> number(type, available);
          case "qvec" -> array(type, available, depth);
          case "struct_instance" -> struct(type, available, depth);
          default ->
              throw new TypeMisfitException(
                  "its type «" + ProgramError.shortened(kind) + "» is not known");
        };
    if (read.size() < 1 || read.size() > available) {
      throw new TypeMisfitException(
          "«%s» takes %d qubits where there are %d".formatted(kind, read.size(), available));
    }
    return read;
  }

  private static OutputType number(JsonNode type, int available) throws TypeMisfitException {
    int size = whole(type, "size", available);
    return new OutputType.Numeric(size, flag(type, "is_signed"), whole(type, "fraction_digits", 0));
  }

  private OutputType array(JsonNode type, int available, int depth) throws TypeMisfitException {
    int length = whole(type, "length", 0);
    if (length > available) {
      throw new TypeMisfitException(
          "«qvec» has %d elements where there are %d qubits".formatted(length, available));
    }
    JsonNode element = type.path("element_type");
    int share = length == 0 ? available : available / length;
    OutputType read = isAbsent(element) ? new OutputType.Bit() : read(element, share, depth + 1);
    return new OutputType.Array(read, length == 0 ? available / read.size() : length);
  }

  private OutputType struct(JsonNode type, int available, int depth) throws TypeMisfitException {
    Map<String, OutputType> fields = new LinkedHashMap<>();
    int left = available;
    for (Map.Entry<String, JsonNode> field : fields(type.path("name").asText("")).properties()) {
      OutputType read = read(field.getValue(), left, depth + 1);
      fields.put(field.getKey(), read);
      left -= read.size();
    }
    return new OutputType.Struct(fields);
  }

  private JsonNode fields(String name) throws TypeMisfitException {
    JsonNode fields = fieldsOfStruct.get(name);
    if (fields == null) {
      throw new TypeMisfitException(
          "its struct «" + ProgramError.shortened(name) + "» is not declared");
    }
    return fields;
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static int whole(JsonNode type, String name, int otherwise) throws TypeMisfitException {
    JsonNode node = type.path(name);
    if (isAbsent(node)) {
      return otherwise;
    }
    String text = expression(node);
    if (!text.matches("[0-9]{1,6}")) {
      throw new TypeMisfitException(
          "its %s «%s» is not a number".formatted(name, ProgramError.shortened(text)));
    }
    return Integer.parseInt(text);
  }

  private static boolean flag(JsonNode type, String name) throws TypeMisfitException {
    JsonNode node = type.path(name);
    String text = isAbsent(node) ? "false" : expression(node);
    if (!TRUE.contains(text) && !FALSE.contains(text)) {
      throw new TypeMisfitException(
          "its %s «%s» is not True or False".formatted(name, ProgramError.shortened(text)));
    }
    return TRUE.contains(text);
  }

  private static String expression(JsonNode node) {
    JsonNode expression = node.isObject() ? node.path("expr") : node;
    return expression.asText("").strip().toLowerCase(Locale.ROOT);
  }
}
