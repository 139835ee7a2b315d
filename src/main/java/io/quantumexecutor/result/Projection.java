package io.quantumexecutor.result;

import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the registers that are no outputs out of a document: outcomes that differ only in them are
 * one outcome.
 */
final class Projection {
  private final List<OutputRegister> kept;
  private final List<OutputRegister> placed = new ArrayList<>();

  private Projection(List<Register> registers) {
    List<OutputRegister> all = OutputRegister.place(registers);
    kept = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < all.size(); i++) {
      if (registers.get(i).isOutput()) {
        OutputRegister register = all.get(i);
        kept.add(register);
        placed.add(new OutputRegister(register.name(), register.size(), offset));
        offset += register.size();
      }
    }
  }

  /** The document without them; the same one if there are none or it has no outcomes. */
  static ResultDocument of(ResultDocument document, List<Register> registers) {
    if (document.counts().isEmpty() || registers.stream().allMatch(Register::isOutput)) {
      return document;
    }
    Projection projection = new Projection(registers);
    return document.withOutcomes(
        new ResultDocument.Outcomes(
            projection.counts(document.counts()),
            projection.probabilities(document.probabilities()),
            List.copyOf(projection.placed)));
  }

  private Map<String, Long> counts(Map<String, Long> counts) {
    Map<String, Long> merged = new LinkedHashMap<>();
    counts.forEach((outcome, count) -> merged.merge(outcome(outcome), count, Long::sum));
    return Documents.descending(merged);
  }

  private Map<String, Double> probabilities(Map<String, Double> probabilities) {
    Map<String, Double> merged = new LinkedHashMap<>();
    probabilities.forEach((outcome, share) -> merged.merge(outcome(outcome), share, Double::sum));
    return Documents.descending(merged);
  }

  /** The last register stands leftmost. */
  private String outcome(String whole) {
    StringBuilder outcome = new StringBuilder();
    for (int i = kept.size() - 1; i >= 0; i--) {
      OutputRegister register = kept.get(i);
      int end = whole.length() - register.offset();
      outcome.append(whole, end - register.size(), end);
    }
    return outcome.toString();
  }
}
