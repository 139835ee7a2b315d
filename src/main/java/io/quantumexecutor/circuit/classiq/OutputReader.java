package io.quantumexecutor.circuit.classiq;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the output map with the types. */
final class OutputReader {
  private final ProgramFile file;
  private final TypeReader types;
  private final ProgramErrors errors;
  private final List<String> warnings;
  private final Map<Integer, String> ownerOfQubit = new HashMap<>();

  OutputReader(ProgramFile file, ProgramErrors errors, List<String> warnings) {
    this.file = file;
    this.types = new TypeReader(file.structs());
    this.errors = errors;
    this.warnings = warnings;
  }

  /** The outputs in declaration order; empty ones are left out. */
  List<ClassiqOutput> read(int qubitCount) {
    List<ClassiqOutput> outputs = new ArrayList<>();
    JsonNode map = file.outputMap();
    if (!map.isObject() && !map.isMissingNode() && !map.isNull()) {
      refuse("", "", "give an object of outputs and their qubits");
    }
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      List<Integer> qubits = qubits(entry.getKey(), entry.getValue(), qubitCount);
      if (!qubits.isEmpty()) {
        outputs.add(new ClassiqOutput(entry.getKey(), qubits, type(entry.getKey(), qubits.size())));
      }
    }
    return outputs;
  }

  private List<Integer> qubits(String output, JsonNode list, int qubitCount) {
    List<Integer> qubits = new ArrayList<>();
    if (!list.isArray()) {
      refuse(output, "", "give a list of qubits");
      return qubits;
    }
    for (int i = 0; i < list.size(); i++) {
      JsonNode qubit = list.get(i);
      String place = "/" + i;
      if (!qubit.isInt() || qubit.intValue() < 0 || qubit.intValue() >= qubitCount) {
        refuse(output, place, "give a qubit from 0 to " + (qubitCount - 1));
        continue;
      }
      String owner = ownerOfQubit.putIfAbsent(qubit.intValue(), output);
      if (owner != null) {
        refuse(
            output,
            place,
            "qubit " + qubit + " already belongs to output " + ProgramError.shortened(owner));
      }
      qubits.add(qubit.intValue());
    }
    return qubits;
  }

  private OutputType type(String output, int qubits) {
    JsonNode declared = file.outputTypes().path(output).path("quantum_types");
    if (!declared.isObject()) {
      return qubits == 1 ? new OutputType.Bit() : OutputType.Numeric.unsigned(qubits);
    }
    try {
      return types.read(declared, qubits);
    } catch (TypeMisfitException e) {
      String shown = ProgramError.shortened(output);
      warnings.add("output " + shown + " is shown as an unsigned number: " + e.getMessage());
      return OutputType.Numeric.unsigned(qubits);
    }
  }

  private void refuse(String output, String place, String message) {
    errors.add(
        () -> {
          String name = output.isEmpty() ? "" : "/" + escaped(ProgramError.shortened(output));
          String pointer = "/data/qubit_mapping/" + file.outputMapName() + name + place;
          return ProgramError.of(pointer + ": " + message);
        });
  }

  /** RFC 6901, section 3. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
