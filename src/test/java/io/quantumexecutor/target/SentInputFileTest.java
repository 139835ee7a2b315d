package io.quantumexecutor.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.classiq.ClassiqOutput;
import io.quantumexecutor.circuit.classiq.OutputType;
import io.quantumexecutor.target.price.CircuitFacts;
import io.quantumexecutor.target.price.Price;
import io.quantumexecutor.target.price.PriceSource;
import io.quantumexecutor.target.price.Quote;
import io.quantumexecutor.workspace.ProviderFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentInputFileTest {
  private static final Price PRICE =
      new Price(
          "USD",
          new BigDecimal("1.20"),
          null,
          List.of(new Price.Reading("sum", new BigDecimal("25.79"))),
          "so much a gate",
          new PriceSource("a page", LocalDate.of(2026, 8, 21)));
  private static final OutputType EVERY_TYPE =
      new OutputType.Struct(
          Map.of(
              "fields",
              new OutputType.Array(new OutputType.Numeric(3, true, 1), 2),
              "flag",
              new OutputType.Bit()));

  private static SentInput.Meaning meaning(OutputLayout layout, CircuitFacts facts) {
    return new SentInput.Meaning(
        "ionq.simulator",
        "ionq",
        new ProviderFormat("ionq.circuit.v1", "ionq.quantum-results.v1", "application/json"),
        Map.of("shots", 100, "error-mitigation", Map.of("debias", false)),
        new SentInput.Answer(
            100,
            -7L,
            layout,
            List.of("c", "ö\n"),
            List.of(new ClassiqOutput("x", List.of(2, 0, 1, 3, 4, 5, 6), EVERY_TYPE)),
            JsonNodeFactory.instance.objectNode().put("x", "qnum")),
        new SentInput.Explanation(
            List.of("two\nlines"), facts, new Quote(PRICE, PRICE, null), "0a1b"));
  }

  @Test
  void write_everyPart_isReadBack() {
    SentInput.Meaning meaning =
        meaning(
            new OutputLayout(
                List.of(new Register("c", 2), new Register("hidden", 1, false)),
                List.of(1, 0, OutputLayout.NEVER_WRITTEN)),
            new CircuitFacts(1, 2, 3, 4, 5, 6, 7, 8));

    SentInput read = SentInputFile.read(SentInputFile.write(new SentInput(meaning, bytes("{}"))));

    assertThat(read.meaning()).isEqualTo(meaning);
    assertThat(read.bytes()).isEqualTo(bytes("{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a\n{\"b\":1}\n\n", "BC\u00c0\u00de\u0000\r\n"})
  void write_anyBytes_areReadBackAsTheyAre(String input) {
    byte[] bytes = input.getBytes(StandardCharsets.ISO_8859_1);

    SentInput read =
        SentInputFile.read(SentInputFile.write(new SentInput(meaning(null, null), bytes)));

    assertThat(read.bytes()).isEqualTo(bytes);
    assertThat(read.meaning()).isEqualTo(meaning(null, null));
  }

  @Test
  void read_propertyOfANewerVersion_isSkipped() {
    String file = text(SentInputFile.write(new SentInput(meaning(null, null), bytes("x"))));

    SentInput read = SentInputFile.read(bytes(file.replaceFirst("\\{", "{\"later\":1,")));

    assertThat(read.meaning()).isEqualTo(meaning(null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no header", "not JSON\nOPENQASM", "[]\nx"})
  void read_somethingElse_failsWithoutItsText(String file) {
    assertThatThrownBy(() -> SentInputFile.read(bytes(file)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("OPENQASM")
        .hasMessageContaining("stored input");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
