package io.quantumexecutor.circuit.classiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.CircuitLimits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeReaderTest {
  private static final OutputType.Bit BIT = new OutputType.Bit();
  private static final TypeReader TYPES =
      new TypeReader(
          ProgramFiles.json(
                  """
                  {"qstructs": [
                    {"name": "Pair", "fields": {
                      "low": {"kind": "qnum", "size": {"expr": "2"}},
                      "high": {"kind": "qbit"}}},
                    {"name": "Endless", "fields": {"inner": {"kind": "struct_instance", "name": "Endless"}}},
                    {"name": "Empty", "fields": {}}]}
                  """)
              .get("qstructs"));

  private static OutputType read(String type, int qubits) throws TypeMisfitException {
    return TYPES.read(ProgramFiles.json(type), qubits);
  }

  @Test
  void read_numberOfOpenSize_takesAllQubits() throws TypeMisfitException {
    assertThat(read("{\"kind\": \"qnum\"}", 5)).isEqualTo(new OutputType.Numeric(5, false, 0));
  }

  @Test
  void read_arrayOfOpenLength_takesAsManyElementsAsFit() throws TypeMisfitException {
    assertThat(read("{\"kind\": \"qvec\"}", 4)).isEqualTo(new OutputType.Array(BIT, 4));
    assertThat(
            read(
                "{\"kind\": \"qvec\", \"element_type\": {\"kind\": \"qnum\", \"size\": {\"expr\": \"2\"}}}",
                6))
        .isEqualTo(new OutputType.Array(OutputType.Numeric.unsigned(2), 3));
  }

  @Test
  void read_arrayOfStructs_followsTheDeclaration() throws TypeMisfitException {
    OutputType pair =
        new OutputType.Struct(Map.of("low", OutputType.Numeric.unsigned(2), "high", BIT));

    assertThat(
            read(
                "{\"kind\": \"qvec\", \"length\": {\"expr\": \"2\"},"
                    + " \"element_type\": {\"kind\": \"struct_instance\", \"name\": \"Pair\"}}",
                6))
        .isEqualTo(new OutputType.Array(pair, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`kind`: `qfoo`} | 2 | «qfoo»",
        "{} | 2 | not known",
        "{`kind`: `qbit`} | 2 | takes 1 qubits, it has 2",
        "{`kind`: `qnum`, `size`: {`expr`: `3`}} | 2 | takes 3 qubits",
        "{`kind`: `qnum`, `size`: {`expr`: `n+1`}} | 2 | «n+1»",
        "{`kind`: `qnum`, `is_signed`: {`expr`: `maybe`}} | 2 | «maybe»",
        "{`kind`: `qvec`, `length`: {`expr`: `999999`}} | 2 | 999999 elements",
        "{`kind`: `struct_instance`, `name`: `Nobody`} | 2 | «Nobody»",
        "{`kind`: `struct_instance`, `name`: `Empty`} | 2 | takes 0 qubits",
        "{`kind`: `struct_instance`, `name`: `Endless`} | 2 | nested deeper",
        "{`kind`: `struct_instance`, `name`: `Pair`} | 2 | «qbit» takes 1 qubits where there are 0"
      })
  void read_unfit_saysWhy(String type, int qubits, String why) {
    assertThatThrownBy(() -> read(type.replace('`', '"'), qubits))
        .isInstanceOf(TypeMisfitException.class)
        .hasMessageContaining(why);
  }

  @Test
  void program_typeNotKnown_isUnsignedWithAWarning() {
    ObjectNode file = ProgramFiles.threeOutputs();
    ((ObjectNode) file.at("/model/circuit_output_types/x/quantum_types")).put("kind", "qfoo");

    ClassiqProgram program = ClassiqProgram.read(file.toString(), Map.of(), CircuitLimits.DEFAULT);

    assertThat(program.outputs().get(0).type()).isEqualTo(OutputType.Numeric.unsigned(3));
    assertThat(program.warnings()).singleElement().asString().contains("output x", "«qfoo»");
  }
}
