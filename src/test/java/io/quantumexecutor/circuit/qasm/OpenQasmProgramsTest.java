package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real programs from other projects, where they are at hand. */
class SharedProgramsTest {
  private static final Path PROGRAMS = Path.of("..", "shared", "programs");

  @ParameterizedTest
  @CsvSource({
    "qasm2/all_gates.qasm, 5, 5",
    "qasm2/bigadder_n18.qasm, 18, 9",
    "qasm2/classiq_edge_oracle_walk_n25.qasm, 25, 0",
    "qasm2/hhl_n7.qasm, 7, 7",
    "qasm2/ipea_n2.qasm, 2, 4",
    "qasm2/qaoa_n3.qasm, 3, 3",
    "qasm2/qec_sm_n5.qasm, 5, 5",
    "qasm3/adder.qasm, 10, 5",
    "qasm3/qec.qasm, 5, 5"
  })
  void read_realProgram_roundTripsThroughTheWriter(String file, int qubits, int bits)
      throws IOException {
    Circuit circuit = OpenQasmReader.read(text(file), Map.of(), CircuitLimits.DEFAULT);
    assertThat(circuit.qubitCount()).isEqualTo(qubits);
    assertThat(circuit.bitCount()).isEqualTo(bits);
    String written = OpenQasm2Writer.write(circuit);
    Circuit again = OpenQasmReader.read(written, Map.of(), CircuitLimits.DEFAULT);
    assertThat(OpenQasm2Writer.write(again)).isEqualTo(written);
    assertThat(again.qubits()).isEqualTo(circuit.qubits());
    assertThat(again.bits()).isEqualTo(circuit.bits());
  }

  @Test
  void read_teleport_testsSingleBits() throws IOException {
    Circuit circuit =
        OpenQasmReader.read(text("qasm3/teleport.qasm"), Map.of(), CircuitLimits.DEFAULT);
    assertThat(circuit.bits()).extracting(Register::name).containsExactly("c0", "c1", "c2");
    assertThat(circuit.operations())
        .filteredOn(operation -> operation instanceof Operation.Conditional)
        .extracting(operation -> ((Operation.Conditional) operation).condition())
        .containsExactly(new Condition.BitIs(0, true), new Condition.BitIs(1, true));
  }

  @Test
  void read_adders_addWhatTheirCommentsSay() throws IOException {
    assertThat(classicalResult("qasm2/bigadder_n18.qasm")).isEqualTo("011000000");
    assertThat(classicalResult("qasm3/adder.qasm")).isEqualTo("10000");
  }

  /** The key of a program that only flips bits under controls. */
  private static String classicalResult(String file) throws IOException {
    Circuit circuit = OpenQasmReader.read(text(file), Map.of(), CircuitLimits.DEFAULT);
    BitSet qubits = new BitSet();
    char[] key = "0".repeat(circuit.bitCount()).toCharArray();
    for (Operation operation : circuit.operations()) {
      if (operation instanceof Operation.Gate gate
          && gate.type() == GateType.X
          && gate.controls().stream().allMatch(qubits::get)) {
        qubits.flip(gate.targets().get(0));
      } else if (operation instanceof Operation.Measurement measurement
          && qubits.get(measurement.qubit())) {
        key[key.length - 1 - measurement.bit()] = '1';
      }
    }
    return new String(key);
  }

  @Test
  void read_undeclaredRegisters_areRefusedAtEachUse() throws IOException {
    ProgramException refused = refused("qasm2/vqe_uccsd_n4.qasm");
    assertThat(refused.errors())
        .extracting(error -> error.line() + ":" + error.column() + " " + error.message())
        .containsExactly(
            "225:9 'q' is not declared",
            "225:17 'c' is not declared",
            "226:9 'q' is not declared",
            "226:17 'c' is not declared",
            "227:9 'q' is not declared",
            "227:17 'c' is not declared",
            "228:9 'q' is not declared",
            "228:17 'c' is not declared");
  }

  @Test
  void read_registersOfUnequalSize_areRefusedAtTheSecond() throws IOException {
    assertThat(refused("qasm2/invalid_broadcast_sizes.qasm").errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.line()).isEqualTo(7);
              assertThat(error.column()).isEqualTo(7);
              assertThat(error.message()).contains("3 qubits").contains("equal size");
              assertThat(error.sourceLine()).isEqualTo("CX q1,q2;");
            });
  }

  private static ProgramException refused(String file) throws IOException {
    String text = text(file);
    return catchThrowableOfType(
        ProgramException.class, () -> OpenQasmReader.read(text, Map.of(), CircuitLimits.DEFAULT));
  }

  private static String text(String file) throws IOException {
    assumeTrue(Files.isDirectory(PROGRAMS), "the shared programs are not here");
    return Files.readString(PROGRAMS.resolve(file));
  }
}
