package io.quantumexecutor.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.job.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the fields of one JSON object and notes everything that is wrong with them, each with its
 * JSON pointer. A field that is null counts as absent.
 */
final class Fields {
  private final JsonNode object;
  private final String pointer;
  private final Map<String, String> moved;
  private final List<Problem> problems;
  private final Set<String> known = new HashSet<>();

  Fields(JsonNode object, String pointer, List<Problem> problems) {
    this(object, pointer, Map.of(), problems);
  }

  /**
   * @param moved the pointers of fields that were written at another place
   */
  Fields(JsonNode object, String pointer, Map<String, String> moved, List<Problem> problems) {
    this.object = object;
    this.pointer = pointer;
    this.moved = moved;
    this.problems = problems;
  }

  String pointer(String name) {
    return moved.getOrDefault(name, pointer + "/" + escaped(name));
  }

  /** Where everything that is wrong is noted. */
  List<Problem> problems() {
    return problems;
  }

  void wrong(String name, String message) {
    problems.add(Problem.at(pointer(name), message));
  }

  /** Notes something wrong inside a field that holds an object or an array. */
  void wrongInside(String name, String inner, String message) {
    problems.add(Problem.at(pointer(name) + "/" + escaped(inner), message));
  }

  Optional<JsonNode> any(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** Whether the field is there and explicitly null. */
  boolean isNull(String name) {
    known.add(name);
    return object.has(name) && object.get(name).isNull();
  }

  Optional<String> text(String name) {
    return typed(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
  }

  Optional<Boolean> flag(String name) {
    return typed(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
  }

  /** A whole number from {@code least} to {@code most}; 5.0 and "5" are not whole numbers. */
  Optional<Long> whole(String name, long least, long most) {
    return typed(
            name,
            value ->
                value.isIntegralNumber()
                    && value.canConvertToLong()
                    && value.longValue() >= least
                    && value.longValue() <= most,
            "a whole number from " + least + " to " + most)
        .map(JsonNode::longValue);
  }

  Optional<Fields> object(String name) {
    return typed(name, JsonNode::isObject, "an object")
        .map(value -> new Fields(value, pointer(name), problems));
  }

  /** An array of strings. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    typed(name, JsonNode::isArray, "an array of strings")
        .ifPresent(
            array -> {
              for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                  texts.add(array.get(i).textValue());
                } else {
                  wrongInside(name, Integer.toString(i), "must be a string");
                }
              }
            });
    return texts;
  }

  /** Notes every field that nobody asked for. */
  void refuseOthers() {
    String message =
        "unknown field; known here: " + String.join(", ", known.stream().sorted().toList());
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        wrong(name, message);
      }
    }
  }

  /** A field that exists elsewhere but not here: absent, null or the harmless value is fine. */
  void refuse(String name, Predicate<JsonNode> harmless, String why) {
    any(name).filter(harmless.negate()).ifPresent(value -> wrong(name, why));
  }

  private Optional<JsonNode> typed(String name, Predicate<JsonNode> fits, String expected) {
    Optional<JsonNode> value = any(name);
    if (value.isPresent() && !fits.test(value.get())) {
      wrong(name, "must be " + expected);
      return Optional.empty();
    }
    return value;
  }

  /** RFC 6901, section 3. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
