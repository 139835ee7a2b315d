package io.quantumexecutor.circuit.ionq;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.StepBudget;
import java.util.List;

/**
 * Reads {@code ionq.circuit.v1} JSON, both gate sets, and the older form without {@code gateset}.
 *
 * <p>The circuit has one register {@code q}, no bits and no measurements: the format has none, all
 * qubits are measured at the end.
 */
public final class IonqReader {
  private IonqReader() {}

  /**
   * Reads one circuit.
   *
   * @throws ProgramException with every error found; messages begin with the JSON pointer of what
   *     they are about
   */
  public static Circuit read(String json, CircuitLimits limits) {
    JsonNode root = parse(json, limits);
    ProgramErrors errors = new ProgramErrors();
    if (!root.isObject()) {
      throw new ProgramException(
          ProgramError.of("give one JSON object with \"qubits\" and \"circuit\""));
    }
    JsonFields fields = new JsonFields(root, "", errors);
    int qubits = fields.integer("qubits", 1, limits.qubits());
    // Without a usable number of qubits no index is called wrong for it.
    int known = fields.isFaulty() ? limits.qubits() : qubits;
    if (fields.has("format")) {
      fields.text("format", "a text");
    }
    if (fields.has("name")) {
      fields.text("name", "a text");
    }
    boolean isNative = isNative(fields);
    JsonNode steps = fields.array("circuit", "a list of gates");
    fields.refuseOthers();
    StepBudget budget = new StepBudget(limits.steps());
    budget.addForCharacters(json.length());
    GateReader reader = new GateReader(known, limits, errors, budget);
    for (int i = 0; i < steps.size(); i++) {
      reader.read(steps.get(i), "/circuit/" + i, isNative);
    }
    errors.throwIfAny();
    List<Operation> operations = reader.operations();
    return new Circuit(List.of(new Register("q", qubits)), List.of(), operations);
  }

  private static boolean isNative(JsonFields fields) {
    if (!fields.has("gateset")) {
      return false;
    }
    String gateset = fields.text("gateset", "\"qis\" or \"native\"");
    if (!gateset.equals("native") && !gateset.equals("qis")) {
      fields.refuse("gateset", "give \"qis\" or \"native\"");
    }
    return gateset.equals("native");
  }

  private static JsonNode parse(String json, CircuitLimits limits) {
    if (json.length() > limits.sourceChars()) {
      throw new ProgramException(
          ProgramError.of("the text is longer than " + limits.sourceChars() + " characters"));
    }
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(limits.nesting()).build())
            .build();
    try {
      return JsonMapper.builder(factory)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readTree(json);
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String message = "not readable as JSON: " + e.getOriginalMessage();
      throw new ProgramException(
          at == null
              ? ProgramError.of(message)
              : new ProgramError(at.getLineNr(), at.getColumnNr(), message, ""));
    }
  }
}
