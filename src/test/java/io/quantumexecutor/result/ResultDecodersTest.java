package io.quantumexecutor.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultDecodersTest {
  private static final String IONQ = "ionq.quantum-results.v1";
  private static final String QUANTINUUM = "honeywell.quantum-results.v1";
  private static final String RIGETTI = "rigetti.quil-results.v1";
  private static final String PASQAL = "pasqal.pulser-results.v1";
  private static final String V1 = "microsoft.quantum-results.v1";
  private static final String V2 = "microsoft.quantum-results.v2";

  /** Registers a[2] and b[3]; bits a = 01, b = 100: key 10001, from qubits 4, 2, 0, 3, 1. */
  private static final OutputLayout LAYOUT =
      new OutputLayout(List.of(new Register("a", 2), new Register("b", 3)), List.of(4, 2, 0, 3, 1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        IONQ + "|{'histogram':{'18':1.0}}",
        QUANTINUUM + "|{'a':['01','01'],'b':['100','100']}",
        QUANTINUUM + "|{'b':['100','100'],'a':['01','01']}",
        RIGETTI + "|{'a':[[1,0],[1,0]],'b':[[0,0,1],[0,0,1]]}",
        V1 + "|{'Histogram':['([1, 0], [0, 0, 1])',1.0]}",
        V1 + "|{'Histogram':['[1, 0], [0, 0, 1]',1.0]}",
        V2
            + "|{'Results':[{'Histogram':[{'Outcome':{'Item1':[1,0],'Item2':[0,0,1]},'Count':2}],"
            + "'Shots':[{'Item1':[1,0],'Item2':[0,0,1]},{'Item2':[0,0,1],'Item1':[1,0]}]}]}",
        V2
            + "|{'Results':[{'Histogram':[{'Outcome':{'Item1':['One','Zero'],"
            + "'Item2':[false,false,true]},'Count':2}]}]}"
      })
  void decode_asymmetricOutcome_givesTheSameKeyAndRegistersInEveryFormat(
      String format, String answer) {
    ResultDocument document = decode(new ResultRequest(format, "any.qpu", LAYOUT, 2, 1), answer);
    assertThat(document.counts()).containsExactly(entry("10001", 2L));
    assertThat(document.probabilities()).containsExactly(entry("10001", 1.0));
    assertThat(document.registers())
        .containsExactly(new OutputRegister("a", 2, 0), new OutputRegister("b", 3, 2));
    assertThat(document.shots().numShots()).isEqualTo(2);
    assertThat(document.warnings()).isEmpty();
    assertThat(document.origin().sampled()).isTrue();
  }

  @Test
  void decode_pasqal_putsAtom0Rightmost() {
    for (String answer : List.of("{'110':3,'001':5}", "{'counter':{'110':3,'001':5},'x':1}")) {
      ResultDocument document = decode(PASQAL, 8, answer);
      assertThat(document.counts()).containsExactly(entry("100", 5L), entry("011", 3L));
      assertThat(document.registers()).containsExactly(new OutputRegister("atoms", 3, 0));
    }
  }

  @Test
  void decode_ionqSimulator_givesTheDistributionAndSeededCountsThatAddUp() {
    String answer = "{'histogram':{'0':0.5,'3':0.499999,'1':0.000001}}";
    ResultRequest request = new ResultRequest(IONQ, "ionq.simulator", null, 1000, 7);
    ResultDocument document = decode(request, answer);
    assertThat(document.probabilities())
        .containsExactly(entry("00", .5), entry("11", .499999), entry("01", .000001));
    assertThat(document.counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(1000);
    assertThat(document.origin().countsSource()).isEqualTo(CountsSource.SAMPLED_HERE);
    assertThat(document.origin().sampled()).isFalse();
    assertThat(document).isEqualTo(decode(request, answer));
    assertThat(document.counts().get("00")).isCloseTo(500, within(100L));
  }

  @Test
  void decode_ionqHardware_scalesByLargestRemainder() {
    ResultDocument document =
        decode(
            new ResultRequest(IONQ, "ionq.qpu.forte-1", null, 10, 7),
            "{'histogram':{'0':0.34,'1':0.33,'2':0.33}}");
    assertThat(document.counts())
        .containsExactly(entry("00", 4L), entry("01", 3L), entry("10", 3L));
    assertThat(document.origin().countsSource()).isEqualTo(CountsSource.SCALED);
    assertThat(document.origin().sampled()).isTrue();
  }

  @Test
  void decode_ionqStatesThatDifferInUnmeasuredQubits_areAddedAndUnwrittenBitsAre0() {
    OutputLayout layout =
        new OutputLayout(List.of(new Register("c", 3)), List.of(2, OutputLayout.NEVER_WRITTEN, 0));
    ResultDocument document =
        decode(
            new ResultRequest(IONQ, "ionq.qpu.forte-1", layout, 4, 7),
            "{'histogram':{'4':0.25,'6':0.5,'1':0.25}}");
    assertThat(document.counts()).containsExactly(entry("001", 3L), entry("100", 1L));
  }

  @Test
  void decode_fewerShots_isAWarning() {
    ResultDocument document = decode(QUANTINUUM, 3, "{'c':['10','11']}");
    assertThat(document.shots().numShots()).isEqualTo(2);
    assertThat(document.shots().requestedShots()).isEqualTo(3);
    assertThat(document.warnings()).singleElement().asString().contains("2").contains("3");
  }

  @Test
  void decode_quantinuumScratchRegister_isLeftOutWithAWarning() {
    ResultDocument document =
        decode(
            new ResultRequest(QUANTINUUM, "any", LAYOUT, 1, 1),
            "{'a':['01'],'b':['100'],'scratch':['1']}");
    assertThat(document.counts()).containsOnlyKeys("10001");
    assertThat(document.warnings()).singleElement().asString().contains("scratch");
  }

  @Test
  void decode_quantinuumRegisterNeverWrittenAndMissing_isZeros() {
    OutputLayout layout =
        new OutputLayout(
            List.of(new Register("a", 1), new Register("b", 2)),
            List.of(0, OutputLayout.NEVER_WRITTEN, OutputLayout.NEVER_WRITTEN));
    ResultDocument document =
        decode(new ResultRequest(QUANTINUUM, "any", layout, 1, 1), "{'a':['1']}");
    assertThat(document.counts()).containsOnlyKeys("001");
  }

  @Test
  void decode_rigettiRealsAndComplexPairs_areKeptAsMemory() {
    ResultDocument alone = decode(RIGETTI, 2, "{'theta':[[0.5],[1.5]],'z':[[[1,2]],[[3,4]]]}");
    assertThat(alone.counts()).isEmpty();
    assertThat(alone.origin().countsSource()).isEqualTo(CountsSource.NONE);
    assertThat(alone.shots().numShots()).isEqualTo(2);
    assertThat(alone.memory()).containsOnlyKeys("theta", "z");
    ResultDocument mixed = decode(RIGETTI, 2, "{'ro':[[1,0],[1,0]],'theta':[[0.5],[1.5]]}");
    assertThat(mixed.counts()).containsExactly(entry("01", 2L));
    assertThat(mixed.memory()).containsOnlyKeys("theta");
  }

  @Test
  void decode_v2ErrorShotsAndLostQubits_areDiscarded() {
    ResultDocument document =
        decode(
            V2,
            5,
            "{'Results':[{'Histogram':[{'Outcome':[0,1],'Count':2},{'Outcome':[0,'-'],'Count':1}],"
                + "'Shots':[[0,1],{'Error':{'Code':'x'}},[0,'-'],[0,1],[2,'Loss']]}]}");
    assertThat(document.counts()).containsExactly(entry("10", 2L));
    assertThat(document.probabilities()).containsExactly(entry("10", 1.0));
    assertThat(document.shots().numShots()).isEqualTo(5);
    assertThat(document.shots().discardedShots()).isEqualTo(3);
    assertThat(document.warnings()).singleElement().asString().contains("3 shots");
  }

  @Test
  void decode_v2PassedThrough_namesRegistersByTheirPlace() {
    ResultDocument document =
        decode(
            V2,
            1,
            "{'Results':[{'Histogram':[{'Outcome':"
                + "{'Item1':1,'Item2':{'Item1':[0,1],'Item2':[[0],[1]]}},'Count':1}]}]}");
    assertThat(document.counts()).containsOnlyKeys("10101");
    assertThat(document.registers())
        .containsExactly(
            new OutputRegister("Item1", 1, 0),
            new OutputRegister("Item2.Item1", 2, 1),
            new OutputRegister("Item2.Item2[0]", 1, 3),
            new OutputRegister("Item2.Item2[1]", 1, 4));
  }

  @Test
  void decode_v2BareResult_isARegisterOfOneBit() {
    OutputLayout layout = new OutputLayout(List.of(new Register("c", 1)), List.of(0));
    for (String outcome : List.of("1", "[1]", "'One'", "true")) {
      ResultDocument document =
          decode(
              new ResultRequest(V2, "any", layout, 1, 1),
              "{'Results':[{'Histogram':[{'Outcome':" + outcome + ",'Count':1}]}]}");
      assertThat(document.counts()).containsOnlyKeys("1");
      assertThat(document.registers()).containsExactly(new OutputRegister("c", 1, 0));
    }
  }

  @Test
  void decode_v2Batch_givesOneDocumentPerItem() {
    String item = "{'Histogram':[{'Outcome':[%s],'Count':4}],'Shots':[[%s],[%s],[%s],[%s]]}";
    String answer = "{'Results':[" + item.replace("%s", "0") + "," + item.replace("%s", "1") + "]}";
    ResultDocument document = decode(V2, 4, answer);
    assertThat(document.counts()).isEmpty();
    assertThat(document.batch())
        .extracting(ResultDocument::counts)
        .containsExactly(Map.of("0", 4L), Map.of("1", 4L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"microsoft.resource-estimates.v1", "microsoft.quantum-log.v1"})
  void decode_formatWithoutOutcomes_leavesTheAnswerAlone(String format) {
    ResultDocument document = decode(format, 1, "{ input: no json");
    assertThat(document.counts()).isEmpty();
    assertThat(document.origin().countsSource()).isEqualTo(CountsSource.NONE);
    assertThat(document.warnings()).singleElement().asString().contains(format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no.such.format|{}|UNKNOWN_FORMAT",
        IONQ + "|{'histogram':{'0':0.5|NOT_JSON",
        IONQ + "|''|NOT_JSON",
        IONQ + "|{'histogram':{'0':1}} {}|NOT_JSON",
        IONQ + "|{'histogram':{'0':0.5,'0':0.5}}|NOT_JSON",
        IONQ + "|[]|UNEXPECTED_SHAPE",
        IONQ + "|{'histogram':[0.5,0.5]}|UNEXPECTED_SHAPE",
        IONQ + "|{'histogram':{'x':1.0}}|UNEXPECTED_SHAPE",
        IONQ + "|{'histogram':{'-1':1.0}}|UNEXPECTED_SHAPE",
        IONQ + "|{'histogram':{'0':'1'}}|PROBABILITIES_OFF",
        IONQ + "|{'histogram':{'0':0.9}}|PROBABILITIES_OFF",
        IONQ + "|{'histogram':{'0':1.5,'1':-0.5}}|PROBABILITIES_OFF",
        IONQ + "|{'histogram':{}}|PROBABILITIES_OFF",
        QUANTINUUM + "|{}|UNEXPECTED_SHAPE",
        QUANTINUUM + "|{'c':[]}|UNEXPECTED_SHAPE",
        QUANTINUUM + "|{'c':'01'}|UNEXPECTED_SHAPE",
        QUANTINUUM + "|{'c':['01','0x']}|UNEXPECTED_SHAPE",
        QUANTINUUM + "|{'c':[1]}|UNEXPECTED_SHAPE",
        QUANTINUUM + "|{'c':['01','1']}|UNEXPECTED_SHAPE",
        QUANTINUUM + "|{'c':['01','11'],'d':['1']}|COUNTS_CONTRADICT",
        RIGETTI + "|{}|UNEXPECTED_SHAPE",
        RIGETTI + "|{'ro':[0,1]}|UNEXPECTED_SHAPE",
        RIGETTI + "|{'ro':[['0']]}|UNEXPECTED_SHAPE",
        RIGETTI + "|{'ro':[[0,1],[1]]}|UNEXPECTED_SHAPE",
        RIGETTI + "|{'ro':[[0]],'r':[[0],[1]]}|COUNTS_CONTRADICT",
        PASQAL + "|{}|UNEXPECTED_SHAPE",
        PASQAL + "|{'01':1,'011':1}|UNEXPECTED_SHAPE",
        PASQAL + "|{'01':1.5}|UNEXPECTED_SHAPE",
        PASQAL + "|{'01':-1}|UNEXPECTED_SHAPE",
        PASQAL + "|{'01':99999999999999999999}|UNEXPECTED_SHAPE",
        V1 + "|{'Histogram':['[0]']}|UNEXPECTED_SHAPE",
        V1 + "|{'Histogram':['[0]',0.5,'[1']}|UNEXPECTED_SHAPE",
        V1 + "|{'Histogram':['[0',1.0]}|UNEXPECTED_SHAPE",
        V1 + "|{'Histogram':['[0]]',1.0]}|UNEXPECTED_SHAPE",
        V1 + "|{'Histogram':['',1.0]}|UNEXPECTED_SHAPE",
        V1 + "|{'Histogram':['[0]',0.5]}|PROBABILITIES_OFF",
        V1 + "|{'Histogram':['[0]',0.5,'[0, 1]',0.5]}|UNEXPECTED_SHAPE",
        V2 + "|{'Results':[]}|UNEXPECTED_SHAPE",
        V2 + "|{'Results':[{'Histogram':[{'Outcome':[0],'Count':'2'}]}]}|UNEXPECTED_SHAPE",
        V2 + "|{'Results':[{'Histogram':[{'Outcome':[0.5],'Count':1}]}]}|UNEXPECTED_SHAPE",
        V2 + "|{'Results':[{'Histogram':[{'Outcome':{'Item2':0},'Count':1}]}]}|UNEXPECTED_SHAPE",
        V2
            + "|{'Results':[{'Histogram':[{'Outcome':[0],'Count':2}],'Shots':[[0],[1]]}]}"
            + "|COUNTS_CONTRADICT",
        V2
            + "|{'Results':[{'Histogram':[{'Outcome':[0],'Count':3}],'Shots':[[0],[0]]}]}"
            + "|COUNTS_CONTRADICT"
      })
  void decode_malformedAnswer_isANamedError(String format, String answer, Code code) {
    ResultRequest request = new ResultRequest(format, "any.qpu", null, 2, 1);
    ResultFormatException error =
        catchThrowableOfType(ResultFormatException.class, () -> decode(request, answer));
    assertThat(error).isNotNull();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error).hasMessageMatching("(?s).{10,300}");
  }

  /** The first four bytes are a bracket in UTF-32, the others are no character. */
  @Test
  void decode_bytesThatAreNoText_areNotJson() {
    byte[] answer = {0, 0, 0, '[', 's', '!', ':', '['};
    ResultRequest request = new ResultRequest(IONQ, "any.qpu", null, 2, 1);

    assertThatThrownBy(() -> ResultDecoders.decode(request, answer))
        .isInstanceOfSatisfying(
            ResultFormatException.class, error -> assertThat(error.code()).isEqualTo(Code.NOT_JSON))
        .hasMessageContaining("is not JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        QUANTINUUM + "|{'a':['01']}",
        QUANTINUUM + "|{'a':['01'],'b':['10']}",
        PASQAL + "|{'0':2}",
        V1 + "|{'Histogram':['[1, 0]',1.0]}",
        V2 + "|{'Results':[{'Histogram':[{'Outcome':[1,0,0,0,1],'Count':2}]}]}"
      })
  void decode_otherRegistersThanTheProgram_isANamedError(String format, String answer) {
    ResultRequest request = new ResultRequest(format, "any.qpu", LAYOUT, 2, 1);
    assertThatThrownBy(() -> decode(request, answer))
        .isInstanceOfSatisfying(
            ResultFormatException.class,
            error -> assertThat(error.code()).isEqualTo(Code.REGISTERS_DIFFER));
  }

  private static ResultDocument decode(String format, int shots, String answer) {
    return decode(new ResultRequest(format, "any.qpu", null, shots, 1), answer);
  }

  private static ResultDocument decode(ResultRequest request, String answer) {
    return ResultDecoders.decode(request, answer.replace('\'', '"').getBytes(UTF_8));
  }
}
