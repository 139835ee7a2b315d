package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendsApiTest {
  private final ApiFixture api = new ApiFixture();

  private JsonNode list(String... query) {
    ApiResponse response = send(query);
    assertThat(response.status()).isEqualTo(200);
    return ApiFixture.json(response);
  }

  private ApiResponse send(String... query) {
    return api.backends.list(ApiFixture.request("/api/backends", query));
  }

  private JsonNode one(String name) {
    JsonNode backends = list("name", name).path("backends");
    assertThat(backends).hasSize(1);
    return backends.get(0);
  }

  @Test
  void list_mergesCatalogueAndWorkspace() {
    api.fixture.show("ionq", "ionq.qpu.forte-1", "Degraded");

    JsonNode forte = one("IonQ.QPU.Forte-1");
    assertThat(forte.path("availability").asText()).isEqualTo("Degraded");
    assertThat(forte.path("queue_seconds").asInt()).isEqualTo(60);
    assertThat(forte.path("qubits").asInt()).isEqualTo(36);
    assertThat(forte.path("kind").asText()).isEqualTo("hardware");
    assertThat(forte.path("formats").toString()).isEqualTo("[\"ionq.circuit.v1\",\"qir.v1\"]");
    assertThat(forte.path("price").path("formula").asText()).contains("168.195");
    assertThat(one("quantinuum.qpu.h2-1").path("availability").asText())
        .isEqualTo("NotInWorkspace");
    JsonNode live = one("newco.qpu.one");
    assertThat(live.path("formats").toString()).isEqualTo("[\"qir.v1\"]");
    assertThat(live.path("qubits").asInt()).isEqualTo(5);
  }

  @Test
  void list_workspaceSilent_isTheCatalogueAndSaysSo() {
    api.fixture.fail("targets");

    JsonNode page = list();

    assertThat(page.path("note").asText()).contains("availability is not known");
    assertThat(new HashSet<>(page.path("backends").findValuesAsText("availability")))
        .isEqualTo(Set.of("unknown", "Retired"));
  }

  @Test
  void list_age_isStatedAndAtMostAMinute() {
    assertThat(list().path("age_seconds").asInt()).isZero();
    api.fixture.passSeconds(59);
    assertThat(list().path("age_seconds").asInt()).isEqualTo(59);
    api.fixture.passSeconds(1);
    assertThat(list().path("age_seconds").asInt()).isZero();
    assertThat(api.fixture.calls()).containsExactly("targets", "targets");
  }

  @ParameterizedTest
  @CsvSource({"simulator", "HARDWARE"})
  void list_kind_selects(String kind) {
    List<String> kinds = list("kind", kind).path("backends").findValuesAsText("kind");

    assertThat(kinds).hasSizeGreaterThan(5).allMatch(kind::equalsIgnoreCase);
  }

  @Test
  void list_provider_selects() {
    List<String> providers =
        list("provider", "Rigetti").path("backends").findValuesAsText("provider");

    assertThat(providers).hasSizeGreaterThan(5).containsOnly("rigetti");
  }

  @Test
  void list_retiredName_isNamedWithWhatToUseInstead() {
    JsonNode ankaa = one("rigetti.qpu.ankaa-3");
    assertThat(ankaa.path("availability").asText()).isEqualTo("Retired");
    assertThat(ankaa.path("successor").asText()).isEqualTo("rigetti.qpu.cepheus-1-108q");
    assertThat(one("microsoft.estimator").path("successor").isNull()).isTrue();
    assertThat(one("microsoft.estimator").path("advice").asText()).startsWith("no successor; use");
  }

  @Test
  void list_misspeltName_is404WithASuggestion() {
    ApiResponse response = send("name", "ionq.simulatr");

    assertThat(response.status()).isEqualTo(404);
    assertThat(ApiFixture.json(response).path("detail").asText())
        .contains("Did you mean ionq.simulator?");
  }

  @ParameterizedTest
  @CsvSource({"kind, qpu", "provider, dwave", "colour, red"})
  void list_badQuery_is400(String name, String value) {
    assertThat(send(name, value).status()).isEqualTo(400);
  }
}
