package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumexecutor.TestFiles;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole programs, with what the language has in them. */
class OpenQasmProgramsTest {
  @ParameterizedTest
  @CsvSource({
    "OURS, qasm2/every_gate.qasm, 5, 5",
    "OURS, qasm2/carry_adder.qasm, 13, 5",
    "OURS, qasm2/synthesized_n25.qasm, 25, 0",
    "OURS, qasm2/rotations_n7.qasm, 7, 7",
    "OURS, qasm2/phase_by_bits.qasm, 2, 4",
    "OURS, qasm2/max_cut.qasm, 3, 3",
    "OURS, qasm2/repetition_code.qasm, 5, 5",
    "OURS, qasm3/loop_adder.qasm, 10, 4",
    "OURS, qasm3/repetition_code.qasm, 5, 5",
    "OTHERS, qasm2/all_gates.qasm, 5, 5",
    "OTHERS, qasm2/bigadder_n18.qasm, 18, 9",
    "OTHERS, qasm2/classiq_edge_oracle_walk_n25.qasm, 25, 0",
    "OTHERS, qasm2/hhl_n7.qasm, 7, 7",
    "OTHERS, qasm2/ipea_n2.qasm, 2, 4",
    "OTHERS, qasm2/qaoa_n3.qasm, 3, 3",
    "OTHERS, qasm2/qec_sm_n5.qasm, 5, 5",
    "OTHERS, qasm3/adder.qasm, 10, 5",
    "OTHERS, qasm3/qec.qasm, 5, 5"
  })
  void read_wholeProgram_roundTripsThroughTheWriter(
      TestFiles from, String file, int qubits, int bits) {
    Circuit circuit = read(from.program(file));
    assertThat(circuit.qubitCount()).isEqualTo(qubits);
    assertThat(circuit.bitCount()).isEqualTo(bits);
    String written = OpenQasm2Writer.write(circuit);
    Circuit again = read(written);
    assertThat(OpenQasm2Writer.write(again)).isEqualTo(written);
    assertThat(again.qubits()).isEqualTo(circuit.qubits());
    assertThat(again.bits()).isEqualTo(circuit.bits());
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, qasm3/teleport_state.qasm, phase flip moved, 1 0",
    "OTHERS, qasm3/teleport.qasm, c0 c1 c2, 0 1"
  })
  void read_teleport_testsSingleBits(TestFiles from, String file, String bits, String tested) {
    Circuit circuit = read(from.program(file));
    assertThat(circuit.bits()).extracting(Register::name).containsExactly(bits.split(" "));
    assertThat(circuit.operations())
        .filteredOn(operation -> operation instanceof Operation.Conditional)
        .extracting(operation -> ((Operation.Conditional) operation).condition())
        .containsExactlyElementsOf(
            Stream.of(tested.split(" "))
                .map(Integer::valueOf)
                .map(OpenQasmProgramsTest::isOne)
                .toList());
  }

  private static Condition isOne(int bit) {
    return new Condition.BitIs(bit, true);
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, qasm2/carry_adder.qasm, 11000",
    "OURS, qasm3/loop_adder.qasm, 1101",
    "OTHERS, qasm2/bigadder_n18.qasm, 011000000",
    "OTHERS, qasm3/adder.qasm, 10000"
  })
  void read_adder_addsWhatItsCommentsSay(TestFiles from, String file, String sum) {
    assertThat(classicalResult(read(from.program(file)))).isEqualTo(sum);
  }

  /** The key of a program that only flips bits under controls. */
  private static String classicalResult(Circuit circuit) {
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

  @ParameterizedTest
  @CsvSource({
    "OURS, qasm2/undeclared_registers.qasm, 10, 12",
    "OTHERS, qasm2/vqe_uccsd_n4.qasm, 225, 228"
  })
  void read_undeclaredRegisters_areRefusedAtEachUse(
      TestFiles from, String file, int firstLine, int lastLine) {
    List<String> eachUse =
        IntStream.rangeClosed(firstLine, lastLine)
            .mapToObj(line -> List.of(line + ":9 'q'", line + ":17 'c'"))
            .flatMap(List::stream)
            .map(use -> use + " is not declared")
            .toList();
    assertThat(refused(from.program(file)).errors())
        .extracting(error -> error.line() + ":" + error.column() + " " + error.message())
        .containsExactlyElementsOf(eachUse);
  }

  @ParameterizedTest
  @CsvSource({
    "OURS, qasm2/unequal_registers.qasm, 7, 12, 4 qubits, 'cz narrow, wide;'",
    "OTHERS, qasm2/invalid_broadcast_sizes.qasm, 7, 7, 3 qubits, 'CX q1,q2;'"
  })
  void read_registersOfUnequalSize_areRefusedAtTheSecond(
      TestFiles from, String file, int line, int column, String size, String sourceLine) {
    assertThat(refused(from.program(file)).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.line()).isEqualTo(line);
              assertThat(error.column()).isEqualTo(column);
              assertThat(error.message()).contains(size).contains("equal size");
              assertThat(error.sourceLine()).isEqualTo(sourceLine);
            });
  }

  private static ProgramException refused(String text) {
    return catchThrowableOfType(ProgramException.class, () -> read(text));
  }

  private static Circuit read(String text) {
    return OpenQasmReader.read(text, Map.of(), CircuitLimits.DEFAULT);
  }
}
