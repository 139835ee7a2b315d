package io.quantumexecutor.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.CostLimit;
import io.quantumexecutor.job.Submission.Terms;
import io.quantumexecutor.job.Submission.WhenUnavailable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a submission: {@code max_cost}, {@code when_unavailable}, and what is to be
 * told of it.
 */
final class TermsFields {
  private static final double LARGEST_AMOUNT = 1e12;
  private static final List<String> UNITS = List.of("USD", "EUR", "HQC", "eHQC");

  private TermsFields() {}

  static Terms read(Fields request, Callbacks callbacks) {
    return new Terms(
        maxCost(request), whenUnavailable(request), NoticeFields.read(request, callbacks));
  }

  private static @Nullable CostLimit maxCost(Fields request) {
    Optional<Fields> limit = request.object("max_cost");
    if (limit.isEmpty()) {
      return null;
    }
    Fields fields = limit.get();
    Optional<BigDecimal> amount =
        fields.any("amount").filter(TermsFields::isAmount).map(JsonNode::decimalValue);
    if (amount.isEmpty()) {
      fields.wrong("amount", "must be a number of at least 0");
    }
    Optional<String> unit = fields.text("unit").flatMap(TermsFields::unit);
    if (unit.isEmpty()) {
      fields.wrong("unit", "must be one of " + String.join(", ", UNITS));
    }
    fields.refuseOthers();
    return amount.isEmpty() || unit.isEmpty() ? null : new CostLimit(amount.get(), unit.get());
  }

  private static boolean isAmount(JsonNode value) {
    return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= LARGEST_AMOUNT;
  }

  private static Optional<String> unit(String written) {
    return UNITS.stream().filter(unit -> unit.equalsIgnoreCase(written)).findFirst();
  }

  private static WhenUnavailable whenUnavailable(Fields request) {
    Optional<String> word = request.text("when_unavailable");
    for (WhenUnavailable choice : WhenUnavailable.values()) {
      if (word.isPresent() && word.get().equals(choice.name().toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    if (word.isPresent()) {
      request.wrong("when_unavailable", "must be \"hold\" or \"reject\"");
    }
    return WhenUnavailable.HOLD;
  }
}
