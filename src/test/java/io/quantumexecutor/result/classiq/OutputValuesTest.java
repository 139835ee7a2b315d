package io.quantumexecutor.result.classiq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.classiq.ClassiqOutput;
import io.quantumexecutor.circuit.classiq.OutputType;
import io.quantumexecutor.result.ResultDecoders;
import io.quantumexecutor.result.ResultDocument;
import io.quantumexecutor.result.ResultDocument.ParsedOutputs;
import io.quantumexecutor.result.ResultRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputValuesTest {
  /** Bits 0 to 2 are qubits 4, 1 and 0; bits 3 and 4 are qubits 2 and 3. */
  private static final OutputLayout LAYOUT =
      new OutputLayout(
          List.of(new Register("x", 3), new Register("rest", 2)), List.of(4, 1, 0, 2, 3));

  private static ResultDocument document(String... shots) {
    String answer = "{\"c\": [\"" + String.join("\", \"", shots) + "\"]}";
    OutputLayout one = new OutputLayout(List.of(new Register("c", 5)), LAYOUT.qubitOfBit());
    ResultRequest request =
        new ResultRequest(
            "honeywell.quantum-results.v1", "quantinuum.sim.h2-1e", one, shots.length, 1);
    return ResultDecoders.decode(request, answer.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "101, false, 0, 5",
    "100, false, 0, 1",
    "001, true, 0, -4",
    "110, true, 0, 3",
    "101, true, 1, -1.5",
    "011, false, 2, 1.5",
    "000, true, 3, 0.0",
    "110, false, 5, 0.09375"
  })
  void of_number_firstBitIsLeastSignificant(
      String bits, boolean signed, int fractionDigits, String value) {
    OutputType type = new OutputType.Numeric(3, signed, fractionDigits);

    assertThat(OutputValue.of(type, bits)).hasToString(value);
  }

  @Test
  void of_wideNumber_isExact() {
    OutputType type = new OutputType.Numeric(100, true, 0);

    assertThat(OutputValue.of(type, "0".repeat(99) + "1"))
        .hasToString("-633825300114114700748351602688");
    assertThat(OutputValue.of(type, "0".repeat(40) + "1" + "0".repeat(59)))
        .hasToString("1099511627776");
  }

  @Test
  void of_arrayInStruct_fieldsAndElementsFollowTheQubits() {
    Map<String, OutputType> fields = new LinkedHashMap<>();
    fields.put("z", new OutputType.Array(OutputType.Numeric.unsigned(2), 2));
    fields.put("a", new OutputType.Bit());

    assertThat(OutputValue.of(new OutputType.Struct(fields), "01101"))
        .hasToString("{\"z\":[2,1],\"a\":1}");
  }

  @Test
  void parsed_outputsOnShuffledQubits_readsEachWhereItWasMeasured() {
    List<ClassiqOutput> outputs =
        List.of(
            new ClassiqOutput("x", List.of(4, 1, 0), OutputType.Numeric.unsigned(3)),
            new ClassiqOutput(
                "swapped", List.of(3, 2), new OutputType.Array(new OutputType.Bit(), 2)));

    ParsedOutputs parsed =
        OutputValues.of(outputs, LAYOUT).parsed(document("01011", "01011").counts());

    assertThat(parsed.outputQubitsMap())
        .containsEntry("x", List.of(0, 1, 2))
        .containsEntry("swapped", List.of(4, 3));
    assertThat(parsed.parsedStates()).hasToString("{01011={x=3, swapped=[0,1]}}");
  }

  @Test
  void parsed_outcomesWithEqualValues_areOneParsedCount() {
    List<ClassiqOutput> outputs =
        List.of(new ClassiqOutput("low", List.of(4, 1), OutputType.Numeric.unsigned(2)));

    ParsedOutputs parsed =
        OutputValues.of(outputs, LAYOUT)
            .parsed(document("00000", "00000", "00010", "10010", "11110").counts());

    assertThat(parsed.parsedStates()).hasSize(4);
    assertThat(parsed.parsedCounts())
        .hasToString("[ParsedCount[state={low=2}, shots=3], ParsedCount[state={low=0}, shots=2]]");
  }

  @Test
  void parsed_outputThatIsNotMeasured_isLeftOut() {
    List<ClassiqOutput> outputs =
        List.of(new ClassiqOutput("lost", List.of(1, 9), OutputType.Numeric.unsigned(2)));

    assertThat(OutputValues.of(outputs, LAYOUT).parsed(document("00000").counts()).parsedStates())
        .hasToString("{00000={}}");
  }

  @Test
  void details_programWithoutOutputs_hasOnePerRegister() {
    ExecutionDetails details =
        ExecutionDetails.of(
            document("01011"),
            "{\"c\": 1}".getBytes(StandardCharsets.UTF_8),
            new JsonMapper().createObjectNode());

    assertThat(details.vendorFormatResult()).hasToString("{\"c\":1}");
    assertThat(details.outputQubitsMap()).hasToString("{c=[0, 1, 2, 3, 4]}");
    assertThat(details.parsedStates()).hasToString("{01011={c=11}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"[1, 2] | {\"raw\":[1,2]}", "no json | {\"raw\":\"no json\"}"})
  void details_answerThatIsNoObject_standsUnderRaw(String raw, String expected) {
    ExecutionDetails details =
        ExecutionDetails.of(
            document("00000"),
            raw.getBytes(StandardCharsets.UTF_8),
            new JsonMapper().createObjectNode());

    assertThat(details.vendorFormatResult()).hasToString(expected);
  }

  /** The first four bytes are a bracket in UTF-32, the others are no character. */
  @Test
  void details_bytesThatAreNoText_standUnderRaw() {
    byte[] raw = {0, 0, 0, '[', 's', '!', ':', '['};

    ExecutionDetails details =
        ExecutionDetails.of(document("00000"), raw, new JsonMapper().createObjectNode());

    assertThat(details.vendorFormatResult().path("raw").textValue()).endsWith("[s!:[");
  }
}
