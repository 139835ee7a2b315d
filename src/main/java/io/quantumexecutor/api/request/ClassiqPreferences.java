package io.quantumexecutor.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.job.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Classiq's ExecutionPreferences around our own fields: what we have a field for is lifted out of
 * {@code preferences} or {@code execution_preferences}, everything else passes at its default and
 * is refused by name otherwise.
 */
public final class ClassiqPreferences {
  private static final List<String> WRAPPERS = List.of("preferences", "execution_preferences");
  private static final Set<String> LIFTED =
      Set.of("backend_preferences", "num_shots", "random_seed", "job_name");
  private final ObjectNode flat;
  private final List<Problem> problems;
  private final Map<String, String> moved = new HashMap<>();

  private ClassiqPreferences(ObjectNode body, List<Problem> problems) {
    this.flat = ApiJson.MAPPER.createObjectNode().setAll(body);
    this.problems = problems;
  }

  /** The fields of a body as if all had been written at its top; pointers stay as written. */
  public static Fields flattened(ObjectNode body, List<Problem> problems) {
    ClassiqPreferences preferences = new ClassiqPreferences(body, problems);
    WRAPPERS.forEach(preferences::unwrap);
    Fields fields = new Fields(preferences.flat, "", preferences.moved, problems);
    fields.refuse("transpilation_option", ClassiqPreferences::isDecompose, only("\"decompose\""));
    return fields;
  }

  private void unwrap(String wrapper) {
    JsonNode value = flat.remove(wrapper);
    if (value == null || value.isNull()) {
      return;
    }
    if (!(value instanceof ObjectNode preferences)) {
      problems.add(Problem.at("/" + wrapper, "must be an object"));
      return;
    }
    for (String name : LIFTED) {
      lift(wrapper, name, preferences.get(name));
    }
    Fields fields = new Fields(preferences, "/" + wrapper, problems);
    LIFTED.forEach(fields::any);
    refuseOthers(fields);
  }

  private void lift(String wrapper, String name, JsonNode value) {
    if (value == null || value.isNull()) {
      return;
    }
    String pointer = "/" + wrapper + "/" + name;
    JsonNode known = flat.get(name);
    if (known == null || known.isNull()) {
      flat.set(name, value);
      moved.put(name, pointer);
    } else if (!known.equals(value)) {
      StatedValue.conflict(moved.getOrDefault(name, "/" + name), pointer, problems);
    }
  }

  private static void refuseOthers(Fields fields) {
    fields.refuse("transpile_to_hardware", ClassiqPreferences::isDecompose, only("\"decompose\""));
    fields.refuse(
        "noise_properties",
        ClassiqPreferences::saysNothing,
        "noise is the backend's own; leave it out");
    fields.refuse("include_zero_amplitude_outputs", ClassiqPreferences::isFalse, only("false"));
    fields.refuse(
        "timeout_sec",
        ClassiqPreferences::saysNothing,
        "jobs have no time-out here; see hold_hours");
    fields.refuse(
        "job_timeout",
        ClassiqPreferences::saysNothing,
        "jobs have no time-out here; see hold_hours");
    fields.refuse("error_mitigation_method", ClassiqPreferences::saysNothing, only("null"));
    fields.refuse("amplitude_amplification", ClassiqPreferences::saysNothing, only("null"));
    fields.refuse("optimizer_preferences", ClassiqPreferences::saysNothing, only("null"));
    fields.refuseOthers();
  }

  private static String only(String value) {
    return "only " + value + " is offered here; leave it out";
  }

  private static boolean isDecompose(JsonNode value) {
    return value.isTextual() && value.textValue().equals("decompose");
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.booleanValue();
  }

  /** Null, or an object or array of nothing but nulls. */
  private static boolean saysNothing(JsonNode value) {
    if (!value.isContainerNode()) {
      return value.isNull();
    }
    for (JsonNode inner : value) {
      if (!inner.isNull()) {
        return false;
      }
    }
    return true;
  }
}
