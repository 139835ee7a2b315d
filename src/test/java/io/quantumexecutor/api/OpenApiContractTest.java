package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quantumexecutor.api.DescribedOperation.Outcome;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ProblemType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The OpenAPI document against the code, both ways: nothing undescribed, nothing only described.
 */
class OpenApiContractTest {
  private static final ApiDescription DESCRIPTION = description();
  private static final ContractRecord RECORD = new ContractRecord(DESCRIPTION);

  private static ApiDescription description() {
    return new ApiDescription(new OpenApi().document(ApiFixture.request("")).body());
  }

  @BeforeAll
  static void callEverything() {
    new ContractCases(RECORD).all();
  }

  @Test
  void routes_ofTheTriggers_areTheDescribedOnes() {
    Set<String> triggers =
        new ClassFileImporter()
            .importPackages("io.quantumexecutor.function").stream()
                .map(found -> found.reflect())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(FunctionName.class))
                .flatMap(OpenApiContractTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));

    Set<String> described = new TreeSet<>();
    for (DescribedOperation operation : DESCRIPTION.operations()) {
      described.add(operation.method() + " " + operation.route());
    }
    assertThat(described).isEqualTo(triggers);
  }

  private static Stream<String> routes(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getAnnotation(HttpTrigger.class))
        .filter(Objects::nonNull)
        .flatMap(
            trigger ->
                Arrays.stream(trigger.methods())
                    .map(verb -> verb + " " + trigger.route().replace("{*", "{")));
  }

  @Test
  void answers_ofEveryRoute_areAsDescribed() {
    assertThat(RECORD.faults()).isEmpty();
  }

  @Test
  void answers_described_areAllProduced() {
    Set<Outcome> missing = new HashSet<>();
    DESCRIPTION.operations().forEach(operation -> missing.addAll(operation.outcomes()));
    missing.removeAll(RECORD.produced());

    assertThat(missing).isEmpty();
  }

  @Test
  void fields_described_areAllProduced() {
    Set<String> missing = new TreeSet<>(DESCRIPTION.fields());
    missing.removeAll(RECORD.fields());

    assertThat(missing).isEmpty();
  }

  @Test
  void problemTypes_ofTheCode_areTheDescribedOnes() {
    Set<String> types = new TreeSet<>();
    for (ProblemType type : ProblemType.values()) {
      types.add(type.uri());
    }

    assertThat(DESCRIPTION.problemTypes()).isEqualTo(types);
  }

  @Test
  void document_referencesAndExamples_hold() {
    assertThat(DESCRIPTION.contradictions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"bogus\": 1",
        ", \"num_shots\": 0",
        ", \"num_shots\": \"5\"",
        ", \"job_name\": \" \"",
        ", \"tags\": [1]",
        ", \"priority\": \"Low\"",
        ", \"parameters\": {\"t\": \"x\"}",
        ", \"input_params\": []",
        ", \"random_seed\": -1",
        ", \"hold_hours\": 721",
        ", \"max_cost\": {\"amount\": 5}",
        ", \"max_cost\": {\"amount\": 5, \"unit\": \"GBP\"}",
        ", \"when_unavailable\": \"wait\"",
        ", \"callback_url\": \"http://example.com\"",
        ", \"events\": \"some\"",
        ", \"idempotency_key\": 5"
      })
  void submission_refusedByTheCode_isRefusedByItsSchema(String more) {
    assertRefused("submitJob", ApiFixture.bell(more));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"program\": 5, \"backend_preferences\": {\"backend_name\": \"ionq.simulator\"}}",
        "{\"program\": {\"format\": \"openqasm\"}, \"backend_preferences\": {\"backend_name\": \"x\"}}",
        "{\"program\": {\"format\": \"qir.v1\", \"text\": \"a\", \"base64\": \"YQ==\"}, \"backend_preferences\": {\"backend_name\": \"x\"}}",
        "{\"program\": \"OPENQASM 2.0;\", \"backend_preferences\": {}}",
        "{\"program\": \"OPENQASM 2.0;\", \"backend_preferences\": {\"backend_name\": \" \"}}",
        "{\"program\": \"OPENQASM 2.0;\", \"backend_preferences\": {\"backend_name\": \"x\", \"y\": 1}}"
      })
  void submission_wrongShape_isRefusedByItsSchema(String body) {
    assertRefused("submitJob", body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"job_name\": \"\"}",
        "{\"tags\": \"t\"}",
        "{\"priority\": null}",
        "{\"num_shots\": 5}",
        "[]"
      })
  void change_refusedByTheCode_isRefusedByItsSchema(String body) {
    assertRefused("changeJob", body);
  }

  private static void assertRefused(String operation, String body) {
    DescribedApi api = DescribedApi.in(RECORD);
    String id = api.submitted(ApiFixture.bell(""));

    assertThat(api.send(operation, id, body).status()).isEqualTo(400);
    assertThat(
            DESCRIPTION
                .operation(operation)
                .faultsOfBody("application/json", ApiJson.parse(body).orElseThrow()))
        .isNotEmpty();
  }
}
