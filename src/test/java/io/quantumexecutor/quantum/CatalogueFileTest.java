package io.quantumexecutor.quantum;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled file with one mistake in it: a start with it must fail and say where. */
class CatalogueFileTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode file = bundled();

  private static JsonNode bundled() {
    try (InputStream in = CatalogueFile.class.getResourceAsStream("catalogue.json")) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/formats",
        "/renamed",
        "/gone",
        "/formats/0/content_type",
        "/tariffs/0/unit",
        "/tariffs/0/formula",
        "/tariffs/1/rates",
        "/tariffs/1/rates/minimum_mitigated",
        "/tariffs/1/origin/as_of",
        "/tariffs/9/rate",
        "/tariffs/9/period",
        "/tariffs/9/started_counts",
        "/targets/0/name",
        "/targets/0/provider",
        "/targets/0/kind",
        "/targets/0/qubits",
        "/targets/0/formats",
        "/targets/0/abilities/mid_circuit",
        "/targets/0/shots/minimum",
        "/targets/0/shots/by_default",
        "/targets/0/offer/answer",
        "/targets/0/offer/qubit_limits/0/option",
        "/targets/0/offer/tariff",
        "/targets/0/retirement"
      })
  void read_missingField_isNamed(String path) {
    JsonPointer pointer = JsonPointer.compile(path);
    ((ObjectNode) file.at(pointer.head())).remove(pointer.last().getMatchingProperty());

    assertThatThrownBy(() -> CatalogueFile.read(json()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'" + pointer.last().getMatchingProperty() + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "/targets/0/qubits, many, qubits",
    "/targets/0/kind, MAGIC, MAGIC",
    "/targets/0/offer/tariff, ionq.none, ionq.none",
    "/tariffs/1/formula, barter, barter",
    "/tariffs/1/origin/as_of, yesterday, yesterday",
    "/tariffs/9/period, an hour, period",
    "/renamed/ionq.qpu, ionq.qpu.forte-9, ionq.qpu.forte-9"
  })
  void read_wrongValue_isNamed(String path, String value, String named) {
    JsonPointer pointer = JsonPointer.compile(path);
    ((ObjectNode) file.at(pointer.head())).put(pointer.last().getMatchingProperty(), value);

    assertThatThrownBy(() -> CatalogueFile.read(json())).hasMessageContaining(named);
  }

  @Test
  void read_unknownFormat_isNamed() {
    ((ArrayNode) file.at("/targets/0/formats")).add("qir.v9");

    assertThatThrownBy(() -> CatalogueFile.read(json())).hasMessageContaining("qir.v9");
  }

  @Test
  void read_unknownField_isNamed() {
    ((ObjectNode) file.at("/targets/0/shots")).put("most", 1);

    assertThatThrownBy(() -> CatalogueFile.read(json())).hasMessageContaining("most");
  }

  private InputStream json() throws IOException {
    return new ByteArrayInputStream(MAPPER.writeValueAsBytes(file));
  }
}
