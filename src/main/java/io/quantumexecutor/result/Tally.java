package io.quantumexecutor.result;

import java.util.HashMap;
import java.util.Map;

/** Counts shots by outcome. */
final class Tally {
  private final Map<String, Long> counts = new HashMap<>();
  private long kept;
  private long discarded;

  private final ResultSize size;

  Tally(ResultSize size) {
    this.size = size;
  }

  void add(String outcome, long times) {
    if (times > 0) {
      if (counts.merge(outcome, times, Long::sum) == times) {
        size.outcome(outcome.length());
      }
      kept += times;
    }
  }

  void discard(long times) {
    discarded += times;
  }

  Map<String, Long> counts() {
    return counts;
  }

  long kept() {
    return kept;
  }

  long discarded() {
    return discarded;
  }
}
