package io.quantumexecutor.circuit.classiq;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where things stand in a program file. The transpiled circuit is used when it is there with a text
 * we read and its own output map, unless {@code execution_data} says that functions are to be
 * executed one by one: then, and otherwise, the logical one is.
 */
final class ProgramFile {
  static final List<String> FORMATS = List.of("qasm", "qasm_cirq_compatible");

  private final JsonNode root;

  ProgramFile(JsonNode root) {
    this.root = root;
  }

  /** A text with the JSON pointer to it. */
  record Code(String pointer, String text) {}

  boolean isTranspiled() {
    JsonNode functions = root.at("/data/execution_data/function_execution");
    return functions.isEmpty()
        && outputMap("physical_outputs").isObject()
        && FORMATS.stream().anyMatch(format -> transpiled().path(format).isTextual());
  }

  /**
   * The text to run.
   *
   * @throws ProgramException naming the formats that are there if none of them is read here
   */
  Code code() {
    JsonNode outputs = isTranspiled() ? transpiled() : root.path("outputs");
    String pointer = isTranspiled() ? "/transpiled_circuit/outputs/" : "/outputs/";
    for (String format : FORMATS) {
      if (outputs.path(format).isTextual()) {
        return new Code(pointer + format, outputs.path(format).textValue());
      }
    }
    throw new ProgramException(
        ProgramError.of(
            "/outputs: the quantum program has no OpenQASM; "
                + found()
                + "; synthesize it with qasm among the output formats"));
  }

  private String found() {
    Set<String> names = formatNames();
    return names.isEmpty() ? "it has no formats at all" : "it has " + String.join(", ", names);
  }

  /** The formats of both circuits, whether a text is kept for them or not. */
  Set<String> formatNames() {
    Set<String> names = new LinkedHashSet<>();
    root.path("outputs").fieldNames().forEachRemaining(names::add);
    transpiled().fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode transpiled() {
    return root.at("/transpiled_circuit/outputs");
  }

  /** Which map tells the qubits of the outputs in that text. */
  String outputMapName() {
    return isTranspiled() ? "physical_outputs" : "logical_outputs";
  }

  /** Name of an output → its qubits. */
  JsonNode outputMap() {
    return outputMap(outputMapName());
  }

  private JsonNode outputMap(String name) {
    return root.at("/data/qubit_mapping").path(name);
  }

  /** Name of an output → its type and size, as Classiq writes them. */
  JsonNode outputTypes() {
    return root.at("/model/circuit_output_types");
  }

  JsonNode structs() {
    return root.at("/model/qstructs");
  }
}
