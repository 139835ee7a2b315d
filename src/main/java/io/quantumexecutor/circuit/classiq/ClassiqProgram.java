package io.quantumexecutor.circuit.classiq;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A quantum program as Classiq's synthesis engine saves it (JSON; Classiq SDK, {@code
 * QuantumProgram}). Keys that are not needed are skipped.
 *
 * @param circuit measures every output; without outputs it is as the text says
 * @param outputs in declaration order
 * @param warnings what could not be understood about the outputs' types
 */
public record ClassiqProgram(Circuit circuit, List<ClassiqOutput> outputs, List<String> warnings) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  public ClassiqProgram {
    outputs = List.copyOf(outputs);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a program.
   *
   * @param parameters values for the inputs of an OpenQASM 3 text, by name
   * @throws ProgramException with every error found; lines and columns are those of the OpenQASM
   *     text, JSON pointers those of the file
   */
  public static ClassiqProgram read(
      String json, Map<String, Double> parameters, CircuitLimits limits) {
    if (json.length() > limits.sourceChars()) {
      throw new ProgramException(
          ProgramError.of("the file is longer than " + limits.sourceChars() + " characters"));
    }
    ProgramFile file = new ProgramFile(parse(json));
    ProgramErrors errors = new ProgramErrors();
    Circuit text = circuit(file.code(), parameters, limits, errors);
    List<String> warnings = new ArrayList<>();
    // Without a readable circuit no qubit is called wrong for its number.
    int qubits = errors.isEmpty() ? text.qubitCount() : Integer.MAX_VALUE;
    List<ClassiqOutput> outputs = new OutputReader(file, errors, warnings).read(qubits);
    errors.throwIfAny();
    return new ClassiqProgram(OutputMeasurement.added(text, outputs), outputs, warnings);
  }

  /** The outputs alone, of a program that {@link #read} accepts. */
  public static List<ClassiqOutput> outputs(String json) {
    ProgramFile file = new ProgramFile(parse(json));
    return new OutputReader(file, new ProgramErrors(), new ArrayList<>()).read(Integer.MAX_VALUE);
  }

  /** Name of an output → its type as Classiq writes it; an empty object when there are none. */
  public static JsonNode outputTypes(String json) {
    JsonNode types = new ProgramFile(parse(json)).outputTypes();
    return types.isObject() ? types : JsonNodeFactory.instance.objectNode();
  }

  /**
   * A program file cut down to what {@link #read} and {@link #outputTypes} look at. Everything else
   * is gone, with it the execution preferences and whatever credentials they hold.
   */
  public static String reduced(JsonNode program) {
    return Reduction.of(program).toString();
  }

  private static Circuit circuit(
      ProgramFile.Code code,
      Map<String, Double> parameters,
      CircuitLimits limits,
      ProgramErrors errors) {
    try {
      return OpenQasmReader.read(code.text(), parameters, limits);
    } catch (ProgramException e) {
      for (ProgramError error : e.errors()) {
        String message = code.pointer() + ": " + error.message();
        errors.add(new ProgramError(error.line(), error.column(), message, error.sourceLine()));
      }
      return new Circuit(List.of(), List.of(), List.of());
    }
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (!root.isObject()) {
        throw new ProgramException(ProgramError.of("give one JSON object with \"outputs\""));
      }
      return root;
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      int line = at == null ? 0 : at.getLineNr();
      int column = at == null ? 0 : at.getColumnNr();
      // The parser's own message quotes the text, which may hold a secret.
      throw new ProgramException(new ProgramError(line, column, "not readable as JSON", ""));
    }
  }
}
