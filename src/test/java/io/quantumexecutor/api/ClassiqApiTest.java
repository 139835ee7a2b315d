package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.circuit.classiq.ProgramFiles;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassiqApiTest {
  /** Qubits 0, 3, 4 and 5 are 1. */
  private static final String IONQ_ANSWER = "{\"histogram\":{\"57\":1.0}}";

  private static final String QUANTINUUM_ANSWER =
      "{\"x_2\":[\"101\",\"101\"],\"bits\":[\"10\",\"10\"],\"flag\":[\"1\",\"1\"]}";

  private final ApiFixture api = new ApiFixture();

  private static String body(JsonNode program, String backend) {
    ObjectNode body = ApiJson.MAPPER.createObjectNode();
    body.set("program", program);
    body.put("num_shots", 2);
    body.putObject("backend_preferences").put("backend_name", backend);
    return body.toString();
  }

  private ApiResponse submit(JsonNode program) {
    return api.submit(body(program, "ionq.simulator"));
  }

  private String completed(JsonNode program, String backend, String answer) {
    String id = api.submittedId(body(program, backend));
    api.fixture.dispatchAllOf(ApiFixture.OWNER);
    api.fixture.finishAll(answer);
    api.fixture.tick(Duration.ofSeconds(2));
    return id;
  }

  private Submission stored(String id) {
    JobKey key = new JobKey(ApiFixture.OWNER, JobId.parse(id).orElseThrow());
    return api.fixture.ports.jobs().submission(key).orElseThrow();
  }

  private ApiResponse get(String id, String part, String... query) {
    ApiRequest request = ApiFixture.request("/api/jobs/" + id + part, query);
    return part.equals("/submitted") ? api.jobs.submitted(request) : api.jobs.result(request);
  }

  private static ObjectNode wrapped(String field, JsonNode value) {
    ObjectNode wrapped = ApiJson.MAPPER.createObjectNode().put("format", "Classiq");
    return wrapped.set(field, value);
  }

  @Test
  void submit_programInAnyForm_isStoredWithoutItsSecrets() {
    ObjectNode file = ProgramFiles.threeOutputs();
    TextNode text = TextNode.valueOf(file.toString());
    for (JsonNode form :
        new JsonNode[] {file, text, wrapped("json", file), wrapped("text", text)}) {
      ApiResponse response = submit(form);

      assertThat(response.status()).isEqualTo(202);
      String kept =
          ((Program.Text) stored(ApiFixture.json(response).path("id").textValue()).program())
              .text();
      assertThat(kept).contains("OPENQASM").doesNotContain("hidden");
    }
  }

  @Test
  void result_classiqProgram_hasValuesByOutput() {
    String id = completed(ProgramFiles.threeOutputs(), "ionq.simulator", IONQ_ANSWER);

    JsonNode result = ApiFixture.json(get(id, "/result"));

    assertThat(result.path("counts").toString()).isEqualTo("{\"110101\":2}");
    assertThat(result.path("output_qubits_map").toString())
        .isEqualTo("{\"x\":[0,1,2],\"bits\":[3,4],\"flag\":[5]}");
    assertThat(result.path("parsed_states").toString())
        .isEqualTo("{\"110101\":{\"x\":-1.5,\"bits\":[0,1],\"flag\":1}}");
    assertThat(result.path("parsed_counts").toString())
        .isEqualTo("[{\"state\":{\"x\":-1.5,\"bits\":[0,1],\"flag\":1},\"shots\":2}]");
  }

  @Test
  void result_sameProgramByRegisters_isTheSame() {
    String ionq = completed(ProgramFiles.threeOutputs(), "ionq.simulator", IONQ_ANSWER);
    JsonNode expected = ApiFixture.json(get(ionq, "/result"));
    ApiFixture other = new ApiFixture();
    String id = other.submittedId(body(ProgramFiles.threeOutputs(), "quantinuum.sim.h2-1e"));
    other.fixture.dispatchAllOf(ApiFixture.OWNER);
    other.fixture.finishAll(QUANTINUUM_ANSWER);
    other.fixture.tick(Duration.ofSeconds(2));

    JsonNode result =
        ApiFixture.json(other.jobs.result(ApiFixture.request("/api/jobs/" + id + "/result")));

    for (String field :
        new String[] {"counts", "registers", "parsed_states", "output_qubits_map"}) {
      assertThat(result.path(field)).isEqualTo(expected.path(field)).isNotEmpty();
    }
  }

  @Test
  void result_otherProgram_hasNoOutputs() {
    String id = api.submittedId(ApiFixture.bell(""));
    api.fixture.dispatchAllOf(ApiFixture.OWNER);
    api.fixture.finishAll("{\"histogram\":{\"0\":1.0}}");
    api.fixture.tick(Duration.ofSeconds(2));

    assertThat(ApiFixture.json(get(id, "/result")).has("parsed_states")).isFalse();
    assertThat(ApiFixture.json(get(id, "/result", "format", "classiq")).path("parsed_states"))
        .hasToString("{\"00\":{\"c\":0}}");
  }

  @Test
  void result_asClassiqReadsIt_hasTheFieldsOfExecutionDetails() {
    ObjectNode file = ProgramFiles.threeOutputs();
    String id = completed(file, "ionq.simulator", IONQ_ANSWER);

    JsonNode details = ApiFixture.json(get(id, "/result", "format", "classiq"));

    assertThat(details.path("vendor_format_result").toString()).isEqualTo(IONQ_ANSWER);
    assertThat(details.path("counts").toString()).isEqualTo("{\"110101\":2}");
    assertThat(details.path("counts_lsb_right").booleanValue()).isTrue();
    assertThat(details.path("probabilities").toString()).isEqualTo("{\"110101\":1.0}");
    assertThat(details.path("parsed_states").path("110101").path("x").doubleValue())
        .isEqualTo(-1.5);
    assertThat(details.get("histogram").isNull()).isTrue();
    assertThat(details.path("output_qubits_map").path("bits").toString()).isEqualTo("[3,4]");
    assertThat(details.path("num_shots").intValue()).isEqualTo(2);
    assertThat(details.path("output_type_map")).isEqualTo(file.at("/model/circuit_output_types"));
    assertThat(details.path("warnings").isArray()).isTrue();
  }

  @Test
  void result_asClassiqReadsItOfAnUnfinishedJob_is409() {
    String id = api.submittedId(ApiFixture.bell(""));

    assertThat(get(id, "/result", "format", "classiq").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qfunc main(output reg: qbit[]) {\n  allocate(6, reg);\n  H(reg[0]);\n}",
        "// qubit, qreg\nqfunc helper<n>(q: qbit) { X(q); }"
      })
  void submit_qmod_saysToSynthesizeItFirst(String source) {
    ApiResponse response = submit(TextNode.valueOf(source));

    assertThat(response.status()).isEqualTo(400);
    assertThat(ApiFixture.json(response).path("detail").textValue())
        .contains("Qmod", "synthesize it with Classiq");
  }

  @Test
  void submit_openQasmWithAGateCalledQfunc_isNoQmod() {
    String source = "OPENQASM 2.0; gate qfunc a {} qreg q[1]; qfunc q[0];";

    assertThat(submit(TextNode.valueOf(source)).status()).isEqualTo(202);
  }

  @Test
  void submit_formatClassiqButNoObject_isRefused() {
    ApiResponse response = submit(wrapped("text", TextNode.valueOf("OPENQASM 2.0;")));

    assertThat(response.status()).isEqualTo(400);
    assertThat(ApiFixture.json(response).path("detail").textValue()).contains("outputs");
  }

  @Test
  void submit_programWithoutOpenQasm_is422NamingItsFormats() {
    ObjectNode file = ProgramFiles.threeOutputs();
    ((ObjectNode) file.get("outputs")).remove("qasm");

    ApiResponse response = submit(file);

    assertThat(response.status()).isEqualTo(422);
    assertThat(ApiFixture.json(response).path("detail").textValue()).contains("qsharp");
  }

  @Test
  void submit_typeNotKnown_warns() {
    ObjectNode file = ProgramFiles.threeOutputs();
    ((ObjectNode) file.at("/model/circuit_output_types/x/quantum_types")).put("kind", "qfoo");

    assertThat(ApiFixture.json(submit(file)).path("warnings").toString()).contains("output x");
  }

  @Test
  void submitted_dispatchedJob_isTheInputAsSent() {
    String id = api.submittedId(ApiFixture.bell(""));
    assertThat(get(id, "/submitted").status()).isEqualTo(409);
    assertThat(get(id, "/submitted").headers()).containsKey("Retry-After");
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    ApiResponse response = get(id, "/submitted");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().get("Content-Type")).startsWith("application/json");
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains("\"circuit\"", "\"qubits\":2");
  }

  @ParameterizedTest
  @CsvSource({"quantinuum.sim.h2-1e, application/qasm", "rigetti.sim.qvm, text/plain"})
  void submitted_otherFormats_haveTheirMediaTypes(String backend, String mediaType) {
    String id = api.submittedId(body(ProgramFiles.threeOutputs(), backend));
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    assertThat(get(id, "/submitted").headers().get("Content-Type")).startsWith(mediaType);
  }

  @Test
  void submitted_bitcode_isOctets() {
    String id =
        api.submittedId(
            "{\"program\": {\"format\": \"qir.v1\", \"base64\": \"QkPA3gAA\"},"
                + " \"backend_preferences\": {\"backend_name\": \"ionq.simulator\"}}");
    api.fixture.dispatchAllOf(ApiFixture.OWNER);

    ApiResponse response = get(id, "/submitted");

    assertThat(response.headers()).containsEntry("Content-Type", "application/octet-stream");
    assertThat(response.body()).startsWith('B', 'C', 0xC0, 0xDE);
  }

  @Test
  void submitted_cancelledBeforeDispatch_is404() {
    String id = api.submittedId(ApiFixture.bell(""));
    api.jobs.cancel(ApiFixture.request("/api/jobs/" + id + "/cancel"));

    assertThat(get(id, "/submitted").status()).isEqualTo(404);
    assertThat(ApiFixture.json(get(id, "/submitted")).path("type").textValue())
        .isEqualTo("/problems/no-input");
  }

  @Test
  void submitted_unknownJob_is404() {
    assertThat(get("0190f0c0-0000-7000-8000-000000000000", "/submitted").status()).isEqualTo(404);
  }
}
