package io.quantumexecutor.circuit.classiq;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Quantum program files for tests. */
public final class ProgramFiles {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String TRANSPILED =
      """
      {"outputs": {"qasm": "OPENQASM 2.0; include \\"qelib1.inc\\"; qreg q[6];\
       u3(1.0*pi,0.0*pi,1.0*pi) q[0]; u3(1.0*pi,0.0*pi,1.0*pi) q[5];\
       u3(1.0*pi,0.0*pi,1.0*pi) q[3]; u3(1.0*pi,0.0*pi,1.0*pi) q[4];"}, "depth": 1}
      """;

  private ProgramFiles() {}

  /**
   * Six qubits of which 0, 3, 4 and 5 are 1. Outputs: x = −1.5 (three qubits, signed, one fraction
   * digit), bits = [0, 1], flag = 1; its only outcome is 110101.
   */
  public static ObjectNode threeOutputs() {
    try (InputStream in = ProgramFiles.class.getResourceAsStream("three_outputs.json")) {
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with a transpiled circuit, whose outputs stand on other qubits. */
  public static ObjectNode transpiled() {
    return threeOutputs().set("transpiled_circuit", json(TRANSPILED));
  }

  /** An object of JSON. */
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
