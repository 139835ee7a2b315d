package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProblemTextTest {
  @Test
  void of_problemDocument_hasALineForEachError() {
    String body =
        """
        {"title": "Unreadable program", "detail": "Two problems.", "errors": [
          {"pointer": "/program", "line": 3, "column": 7, "message": "no gate foo"},
          {"pointer": "/num_shots", "message": "must be positive"}]}
        """;

    assertThat(ProblemText.of(422, body))
        .isEqualTo(
            """
            The host answered 422: Unreadable program. Two problems.
              /program line 3 column 7: no gate foo
              /num_shots: must be positive""");
  }

  @Test
  void of_otherBody_isShownAsItIs() {
    assertThat(ProblemText.of(502, "<html>")).isEqualTo("The host answered 502: <html>");
    assertThat(ProblemText.of(500, "")).isEqualTo("The host answered 500: ");
  }
}
