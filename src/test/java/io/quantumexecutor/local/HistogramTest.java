package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistogramTest {
  private final Histogram histogram = new Histogram("#");
  private final ObjectNode counts = new ObjectMapper().createObjectNode();

  @Test
  void lines_fewOutcomes_barsInProportionMostFrequentFirst() {
    counts.put("00", 250).put("11", 500).put("01", 250);

    assertThat(histogram.lines(counts))
        .containsExactly(
            "11      500  50.00 %  " + "#".repeat(40),
            "00      250  25.00 %  " + "#".repeat(20),
            "01      250  25.00 %  " + "#".repeat(20));
  }

  @Test
  void lines_rareOutcome_keepsOneCell() {
    counts.put("0", 100_000).put("1", 1);

    assertThat(histogram.lines(counts).get(1)).isEqualTo("1        1   0.00 %  #");
  }

  @Test
  void lines_manyOutcomes_restIsCounted() {
    for (int i = 0; i < 20; i++) {
      counts.put("key" + i, 1 + i);
    }

    List<String> lines = histogram.lines(counts);

    assertThat(lines).hasSize(17);
    assertThat(lines.get(0)).startsWith("key19 ");
    assertThat(lines.get(16)).isEqualTo("... and 4 more outcomes");
  }

  @Test
  void lines_noOutcome_isEmpty() {
    assertThat(histogram.lines(counts)).isEmpty();
  }
}
