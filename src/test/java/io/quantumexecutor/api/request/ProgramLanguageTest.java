package io.quantumexecutor.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramLanguageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPENQASM 2.0;",
        "\n\t OPENQASM 3;",
        "// a comment\n/* and\n another */ OPENQASM 3;",
        "// OPENQASM 3;\r\nOPENQASM 2.0;",
        "include \"qelib1.inc\";\nqreg q[2];",
        "qubit[2] q;",
        "x /* open qubit"
      })
  void of_openQasmWords_isOpenQasm(String text) {
    assertThat(ProgramLanguage.of(text)).isEqualTo(ProgramLanguage.Name.OPENQASM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qfunc main(output q: qbit) {}",
        "qreg q; qfunc /* name */ main\n<T>() {}",
        "qfunc a b qfunc c("
      })
  void of_qmodFunction_isQmod(String text) {
    assertThat(ProgramLanguage.of(text)).isEqualTo(ProgramLanguage.Name.QMOD);
  }

  @ParameterizedTest
  @CsvSource({
    "x OPENQASM 2.0;",
    "OPENQASM2",
    "// OPENQASM 2.0;",
    "/* qreg q[2]; */",
    "myqubit x",
    "qfuncmain(",
    "qfunc main {"
  })
  void of_otherText_isUnknown(String text) {
    assertThat(ProgramLanguage.of(text)).isEqualTo(ProgramLanguage.Name.UNKNOWN);
  }

  static Stream<Arguments> longTexts() {
    return Stream.of(
            "\n",
            "/*a",
            "//\n/*\n",
            "\t\r",
            " ",
            "/",
            "/**/",
            "qfunc a ",
            "OPENQASM",
            "x OPENQASM ",
            "//")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void of_longTextBeforeTheProgram_isReadOnce(String piece) {
    String text = piece.repeat(8_000_000 / piece.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> ProgramLanguage.of(text + "\nOPENQASM 2.0;"));
  }

  @Test
  void of_manyNewlines_stillFindsTheVersion() {
    assertThat(ProgramLanguage.of("\n".repeat(80_000) + "OPENQASM 2.0;"))
        .isEqualTo(ProgramLanguage.Name.OPENQASM);
  }
}
