package io.quantumexecutor.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import io.quantumexecutor.result.ResultDocument.Origin;
import io.quantumexecutor.result.ResultDocument.Outcomes;
import io.quantumexecutor.result.ResultDocument.ParsedOutputs;
import io.quantumexecutor.result.ResultDocument.ShotCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultDocumentTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String QUANTINUUM = "honeywell.quantum-results.v1";
  private static final Origin ORIGIN =
      new Origin(CountsSource.PROVIDER, true, QUANTINUUM, "quantinuum.sim");

  private static ResultDocument plain() {
    Outcomes outcomes =
        new Outcomes(Map.of("1", 3L), Map.of("1", 1.0), List.of(new OutputRegister("c", 1, 0)));
    return new ResultDocument(
        outcomes, new ShotCounts(4, 5, 1), ORIGIN, null, null, null, List.of("one"));
  }

  private static ResultDocument full() {
    return new ResultDocument(
        Outcomes.NONE,
        new ShotCounts(4, 4, 0),
        ORIGIN,
        Map.of("theta", IntNode.valueOf(2)),
        List.of(plain(), plain()),
        new ParsedOutputs(
            Map.of("x", List.of(0)),
            Map.of("1", Map.of("x", IntNode.valueOf(1))),
            List.of(new ParsedCount(Map.of("x", IntNode.valueOf(1)), 3))),
        List.of());
  }

  @Test
  void write_document_isOneFlatObject() throws IOException {
    assertThat(MAPPER.writeValueAsString(plain()))
        .isEqualTo(
            "{\"counts\":{\"1\":3},\"probabilities\":{\"1\":1.0},\"counts_lsb_right\":true,"
                + "\"registers\":[{\"name\":\"c\",\"size\":1,\"offset\":0}],"
                + "\"num_shots\":4,\"requested_shots\":5,\"discarded_shots\":1,"
                + "\"counts_source\":\"provider\",\"sampled\":true,"
                + "\"provider_format\":\"honeywell.quantum-results.v1\","
                + "\"target\":\"quantinuum.sim\",\"warnings\":[\"one\"]}");
  }

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    for (ResultDocument document : List.of(plain(), full())) {
      assertThat(ResultDocument.read(MAPPER.writeValueAsBytes(document))).isEqualTo(document);
    }
  }

  @Test
  void document_asJson_hasSnakeCaseNamesAndReadsBack() throws IOException {
    ResultDocument document =
        decode(new ResultRequest(QUANTINUUM, "any.qpu", null, 3, 1), "{'c':['10','11','11']}");
    String json = MAPPER.writeValueAsString(document);
    assertThat(json)
        .startsWith("{\"counts\":{\"11\":2,\"10\":1},\"probabilities\":{\"11\":0.66")
        .contains("\"counts_lsb_right\":true")
        .contains("\"registers\":[{\"name\":\"c\",\"size\":2,\"offset\":0}]")
        .contains("\"num_shots\":3", "\"requested_shots\":3", "\"discarded_shots\":0")
        .contains("\"counts_source\":\"provider\"", "\"sampled\":true", "\"warnings\":[]")
        .contains("\"provider_format\":\"" + QUANTINUUM + "\"")
        .doesNotContain("memory", "batch");
    assertThat(ResultDocument.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(document);
  }

  @Test
  void csv_ofADocument_hasAllOutcomesWithCrLf() {
    ResultDocument document =
        decode(
            new ResultRequest("ionq.quantum-results.v1", "ionq.simulator", null, 2, 1),
            "{'histogram':{'0':0.9999999,'3':0.0000001}}");
    assertThat(CsvWriter.write(document))
        .isEqualTo("bitstring,count,probability\r\n00,2,0.9999999\r\n11,0,1.0E-7\r\n");
  }

  private static ResultDocument decode(ResultRequest request, String answer) {
    return ResultDecoders.decode(
        request, answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
