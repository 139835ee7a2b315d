package io.quantumexecutor.circuit.classiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ExactDistribution;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassiqProgramTest {
  private static final CircuitLimits LIMITS = CircuitLimits.DEFAULT;

  private static ClassiqProgram read(JsonNode file) {
    return ClassiqProgram.read(file.toString(), Map.of(), LIMITS);
  }

  private static ObjectNode object(JsonNode file, String pointer) {
    return (ObjectNode) file.at(pointer);
  }

  private static ProgramException refusal(JsonNode file) {
    return catchThrowableOfType(ProgramException.class, () -> read(file));
  }

  @Test
  void read_textWithoutMeasurement_measuresOutputsInDeclaredOrder() {
    ClassiqProgram program = read(ProgramFiles.threeOutputs());

    assertThat(program.circuit().bits())
        .containsExactly(new Register("x", 3), new Register("bits", 2), new Register("flag", 1));
    assertThat(ExactDistribution.of(program.circuit())).containsOnlyKeys("110101");
    assertThat(program.warnings()).isEmpty();
  }

  @Test
  void read_transpiledCircuit_isPreferredWithPhysicalOutputs() {
    ClassiqProgram program = read(ProgramFiles.transpiled());

    assertThat(program.outputs().get(0).qubits()).containsExactly(0, 2, 5);
    assertThat(ExactDistribution.of(program.circuit())).containsOnlyKeys("110101");
  }

  @Test
  void read_functionsExecutedOneByOne_usesTheLogicalCircuit() {
    ObjectNode file = ProgramFiles.transpiled();
    object(file, "/data")
        .set("execution_data", ProgramFiles.json("{\"function_execution\": {\"f\": {}}}"));

    assertThat(read(file).outputs().get(0).qubits()).containsExactly(4, 1, 0);
  }

  @Test
  void read_transpiledWithoutOpenQasm_usesTheLogicalCircuit() {
    ObjectNode file = ProgramFiles.transpiled();
    object(file, "/transpiled_circuit").set("outputs", ProgramFiles.json("{\"ionq\": \"{}\"}"));

    assertThat(read(file).outputs().get(0).qubits()).containsExactly(4, 1, 0);
  }

  @Test
  void read_textMeasuresItself_addsOnlyWhatItLeavesOut() {
    ObjectNode file = ProgramFiles.threeOutputs();
    String text =
        "OPENQASM 2.0; qreg q[6]; creg c[5]; measure q[0] -> c[2]; measure q[1] -> c[1];"
            + " measure q[4] -> c[0]; measure q[2] -> c[3]; measure q[5] -> c[4];";
    object(file, "/outputs").put("qasm", text);

    assertThat(read(file).circuit().bits())
        .containsExactly(new Register("c", 5), new Register("flag", 1));
  }

  @Test
  void read_outputIsAnObject_isRefusedWithItsPointer() {
    ObjectNode file = ProgramFiles.threeOutputs();
    object(file, "/data/qubit_mapping/logical_outputs").putObject("flag").put("expr", "True");

    assertThat(refusal(file))
        .hasMessageContaining("logical_outputs/flag")
        .hasMessageContaining("give a list of qubits");
  }

  @Test
  void read_noOutputs_leavesTheCircuitAsItIs() {
    ObjectNode file = ProgramFiles.threeOutputs();
    object(file, "/data").remove("qubit_mapping");

    assertThat(read(file).circuit().bits()).isEmpty();
  }

  @Test
  void read_parametricText_bindsItsInputs() {
    ObjectNode file = ProgramFiles.threeOutputs();
    object(file, "/outputs")
        .put(
            "qasm",
            "OPENQASM 3.0; include \"stdgates.inc\"; input float t; qubit[6] q; rx(t) q[3];");

    ClassiqProgram program = ClassiqProgram.read(file.toString(), Map.of("t", Math.PI), LIMITS);

    assertThat(ExactDistribution.of(program.circuit())).containsOnlyKeys("100000");
  }

  @Test
  void read_noOpenQasm_namesTheFormatsThatAreThere() {
    ObjectNode file = ProgramFiles.threeOutputs();
    object(file, "/outputs").remove("qasm");
    object(file, "/outputs").put("cirq_json", "{}");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("qsharp, cirq_json");
    JsonNode reduced = ProgramFiles.json(ClassiqProgram.reduced(file));
    assertThatThrownBy(() -> read(reduced)).hasMessageContaining("qsharp, cirq_json");
  }

  @Test
  void read_badQubits_namesAllOfThem() {
    ObjectNode file = ProgramFiles.threeOutputs();
    object(file, "/data/qubit_mapping")
        .set(
            "logical_outputs",
            ProgramFiles.json("{\"a/b\": [0, 6, -1, \"2\"], \"c\": 1, \"d\": [3, 0]}"));

    assertThat(refusal(file).errors())
        .extracting(ProgramError::message)
        .containsExactly(
            "/data/qubit_mapping/logical_outputs/a~1b/1: give a qubit from 0 to 5",
            "/data/qubit_mapping/logical_outputs/a~1b/2: give a qubit from 0 to 5",
            "/data/qubit_mapping/logical_outputs/a~1b/3: give a qubit from 0 to 5",
            "/data/qubit_mapping/logical_outputs/c: give a list of qubits",
            "/data/qubit_mapping/logical_outputs/d/1: qubit 0 already belongs to output a/b");
  }

  @Test
  void read_faultInTheText_isPlacedInIt() {
    ObjectNode file = ProgramFiles.threeOutputs();
    object(file, "/outputs").put("qasm", "OPENQASM 2.0;\nqreg q[6];\nbogus q[0];");

    assertThat(refusal(file).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.line()).isEqualTo(3);
              assertThat(error.message()).startsWith("/outputs/qasm: ");
              assertThat(error.sourceLine()).contains("bogus q[0];");
            });
  }

  @Test
  void read_brokenJson_isRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> ClassiqProgram.read("{\"client_secret\": hidden", Map.of(), LIMITS))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("line 1")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void read_fileTooLarge_isRefused() {
    CircuitLimits small = new CircuitLimits(100, 10, 10, 10, 10);

    assertThatThrownBy(
            () -> ClassiqProgram.read(ProgramFiles.threeOutputs().toString(), Map.of(), small))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("100 characters");
  }

  @Test
  void reduced_programWithCredentials_keepsNoneAndReadsTheSame() {
    for (ObjectNode file :
        new ObjectNode[] {ProgramFiles.threeOutputs(), ProgramFiles.transpiled()}) {
      String reduced = ClassiqProgram.reduced(file);

      assertThat(reduced)
          .doesNotContain("hidden", "execution_preferences", "credentials", "aGlkZGVu");
      assertThat(read(ProgramFiles.json(reduced))).isEqualTo(read(file));
      assertThat(ClassiqProgram.reduced(ProgramFiles.json(reduced))).isEqualTo(reduced);
    }
  }

  @Test
  void reduced_outputNamedLikeASecret_isKept() {
    ObjectNode file = ProgramFiles.threeOutputs();
    object(file, "/data/qubit_mapping/logical_outputs").putArray("api_key").add(1);
    object(file, "/data/qubit_mapping/logical_outputs").remove("x");

    assertThat(read(ProgramFiles.json(ClassiqProgram.reduced(file))).outputs())
        .extracting(ClassiqOutput::name)
        .containsExactly("bits", "flag", "api_key");
  }

  @Test
  void outputTypes_areAsTheFileHasThem() {
    ObjectNode file = ProgramFiles.threeOutputs();

    assertThat(ClassiqProgram.outputTypes(ClassiqProgram.reduced(file)))
        .isEqualTo(file.at("/model/circuit_output_types"));
  }

  @Test
  void read_entangledQubitsOfAnOutput_haveTwoOutcomes() {
    ObjectNode file = ProgramFiles.threeOutputs();
    String text =
        """
        // Nested gates, one of them empty.

        OPENQASM 2.0;
        include "qelib1.inc";
        gate main_nothing q0,q1 {
        }
        gate main_pair__1 q0,q1 {
          h q0;
          cx q0,q1;
        }
        gate main_pair q0,q1 {
          main_nothing q0,q1;
          main_pair__1 q0,q1;
        }
        qreg q[6];
        main_pair q[4],q[1];
        x q[3];
        """;
    object(file, "/outputs").put("qasm", text);

    ClassiqProgram program = read(file);

    assertThat(ExactDistribution.of(program.circuit())).containsOnlyKeys("100000", "100011");
    assertThat(program.outputs())
        .extracting(ClassiqOutput::name)
        .containsExactly("x", "bits", "flag");
  }
}
