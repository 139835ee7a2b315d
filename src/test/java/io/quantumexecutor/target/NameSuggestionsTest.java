package io.quantumexecutor.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSuggestionsTest {
  private static final List<String> KNOWN =
      List.of("ionq.simulator", "ionq.qpu.forte-1", "quantinuum.sim.h2-1e", "quantinuum.qpu.h2-1");

  @ParameterizedTest
  @CsvSource({
    "ionq.simulater, ionq.simulator",
    "IONQ.QPU.FORTE1, ionq.qpu.forte-1",
    "ionq.qpu.fort-1, ionq.qpu.forte-1",
    "quantinum.sim.h2-1e, quantinuum.sim.h2-1e",
    "quantinuum.qpu.h2-9, quantinuum.qpu.h2-1",
  })
  void closest_misspelt_isTheNearestName(String written, String meant) {
    assertThat(NameSuggestions.closest(written, KNOWN)).contains(meant);
  }

  @Test
  void closest_severalAsNear_isTheFirstInTheAlphabet() {
    assertThat(NameSuggestions.closest("h2-3", List.of("h2-2", "h2-1"))).contains("h2-1");
  }

  @Test
  void closest_nothingLikeIt_isEmpty() {
    assertThat(NameSuggestions.closest("toaster", KNOWN)).isEmpty();
    assertThat(NameSuggestions.closest("", KNOWN)).isEmpty();
    assertThat(NameSuggestions.closest("i".repeat(1_000_000), KNOWN)).isEmpty();
  }
}
