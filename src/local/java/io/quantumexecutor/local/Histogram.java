package io.quantumexecutor.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts as bars for a terminal. */
final class Histogram {
  private static final int ROWS = 16;
  private static final int WIDTH = 40;

  private final String bar;

  /**
   * Draws bars of this text.
   *
   * @param bar one cell, such as a full block or {@code #}
   */
  Histogram(String bar) {
    this.bar = bar;
  }

  /**
   * One line for each of the most frequent outcomes, the most frequent first, and one that says how
   * many are left out.
   *
   * @param counts bit string to number of shots
   */
  List<String> lines(JsonNode counts) {
    List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(counts.properties());
    sorted.sort(
        Comparator.comparing((Map.Entry<String, JsonNode> entry) -> -entry.getValue().asLong())
            .thenComparing(Map.Entry::getKey));
    long all = sorted.stream().mapToLong(entry -> entry.getValue().asLong()).sum();
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : sorted.subList(0, Math.min(ROWS, sorted.size()))) {
      lines.add(line(entry.getKey(), entry.getValue().asLong(), sorted.get(0).getValue(), all));
    }
    if (sorted.size() > ROWS) {
      lines.add("... and " + (sorted.size() - ROWS) + " more outcomes");
    }
    return lines;
  }

  private String line(String key, long count, JsonNode most, long all) {
    int cells = (int) Math.max(1, Math.round((double) WIDTH * count / most.asLong()));
    double percent = 100.0 * count / all;
    return String.format(
        Locale.ROOT, "%s %8d %6.2f %%  %s", key, count, percent, bar.repeat(cells));
  }
}
