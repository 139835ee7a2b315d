package io.quantumexecutor.circuit.classiq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Picks out of a program file what is needed. It lists what to keep, not what to drop: names of
 * secrets cannot be foreseen, and an output may be called {@code secret}.
 */
final class Reduction {
  private Reduction() {}

  static ObjectNode of(JsonNode program) {
    ProgramFile file = new ProgramFile(program);
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    keepText(program, "version", kept);
    keepText(program, "program_id", kept);
    // Names without texts remain: an error names the formats that are there.
    ObjectNode formats = kept.putObject("outputs");
    file.formatNames().forEach(formats::putNull);
    ObjectNode code =
        file.isTranspiled() ? kept.putObject("transpiled_circuit").putObject("outputs") : formats;
    JsonNode texts = program.at(file.isTranspiled() ? "/transpiled_circuit/outputs" : "/outputs");
    ProgramFile.FORMATS.forEach(format -> keepText(texts, format, code));
    ObjectNode mapping = kept.putObject("data").putObject("qubit_mapping");
    keep(file.outputMap(), file.outputMapName(), mapping);
    ObjectNode model = kept.putObject("model");
    keep(file.outputTypes(), "circuit_output_types", model);
    keep(file.structs(), "qstructs", model);
    return kept;
  }

  private static void keepText(JsonNode from, String name, ObjectNode kept) {
    if (from.path(name).isTextual()) {
      kept.set(name, from.get(name));
    }
  }

  private static void keep(JsonNode value, String name, ObjectNode kept) {
    if (!value.isMissingNode()) {
      kept.set(name, value);
    }
  }
}
