package io.quantumexecutor.circuit.classiq;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.Bounded;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of outputs and structs may be long or many. */
class BoundedClassiqTest {
  private static final String FILE =
      """
      {"outputs": {"qasm": "OPENQASM 2.0; qreg q[1024];"},
       "data": {"qubit_mapping": {"logical_outputs": %s}},
       "model": {"circuit_output_types": %s, "qstructs": %s}}
      """;

  @Test
  void read_longNameOfAnOutputOfManyQubits_isCutAndNotCopiedForEach() {
    String outputs = "{\"" + "n".repeat(40_000) + "\": [" + "9999,".repeat(800_000) + "0]}";

    ProgramException refused = Bounded.refusal(() -> read(FILE.formatted(outputs, "{}", "[]")));

    assertThat(refused.errors()).hasSize(101).allMatch(error -> error.message().length() < 200);
  }

  @Test
  void read_manyStructs_areFoundByTheirNames() {
    StringBuilder structs = new StringBuilder("[");
    for (int i = 0; i < 100_000; i++) {
      structs.append("{\"name\":\"s" + i + "\",\"fields\":{\"f\":{\"kind\":\"qbit\"}}},");
    }
    StringBuilder fields = new StringBuilder("{");
    for (int i = 0; i < 1_023; i++) {
      fields.append("\"f" + i + "\":{\"kind\":\"struct_instance\",\"name\":\"s99999\"},");
    }
    fields.append("\"last\":{\"kind\":\"qbit\"}}");
    structs.append("{\"name\":\"all\",\"fields\":" + fields + "}]");
    StringBuilder qubits = new StringBuilder("{\"o\": [0");
    for (int i = 1; i < 1_024; i++) {
      qubits.append(",").append(i);
    }
    String types = "{\"o\":{\"quantum_types\":{\"kind\":\"struct_instance\",\"name\":\"all\"}}}";

    Bounded.accepted(() -> read(FILE.formatted(qubits + "]}", types, structs)));
  }

  private static void read(String json) {
    ClassiqProgram.read(json, Map.of(), CircuitLimits.DEFAULT);
  }
}
