package io.quantumexecutor.target.price;

import io.quantumexecutor.job.CostLimit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one job costs, as far as it can be said beforehand.
 *
 * @param unit {@code USD}, {@code EUR}, {@code HQC} (Quantinuum's hardware credits) or {@code eHQC}
 *     (its emulator credits)
 * @param lower it costs at least this; null if not even that is known
 * @param upper it costs at most this; null if that is not known
 * @param readings the amounts that the published text can be read as, where it is not clear
 * @param formula the formula in words
 */
public record Price(
    String unit,
    @Nullable BigDecimal lower,
    @Nullable BigDecimal upper,
    List<Reading> readings,
    String formula,
    PriceSource origin) {
  public Price {
    readings = List.copyOf(readings);
  }

  /**
   * One way to read the published text.
   *
   * @param name a short word for it
   */
  public record Reading(String name, BigDecimal amount) {}

  /** How a price compares with a limit. */
  public enum Comparison {
    WITHIN,
    TOO_HIGH,
    /** Another unit, or the price has no known upper bound. */
    NOT_COMPARABLE
  }

  /** Holds a limit against the upper bound; what is free is within every limit. */
  public Comparison against(CostLimit limit) {
    if (upper == null) {
      return Comparison.NOT_COMPARABLE;
    }
    if (upper.signum() == 0) {
      return Comparison.WITHIN;
    }
    if (!unit.equalsIgnoreCase(limit.unit())) {
      return Comparison.NOT_COMPARABLE;
    }
    return upper.compareTo(limit.amount()) > 0 ? Comparison.TOO_HIGH : Comparison.WITHIN;
  }

  /** The amount of the reading of that name. */
  public Optional<BigDecimal> reading(String name) {
    return readings.stream()
        .filter(reading -> reading.name().equals(name))
        .map(Reading::amount)
        .findFirst();
  }

  /** The bounds in words, for example {@code 97.5 to 98.695 USD}. */
  public String inWords() {
    if (upper == null) {
      return lower == null ? "not known" : "at least " + lower.toPlainString() + " " + unit;
    }
    String from =
        lower == null || lower.compareTo(upper) == 0 ? "" : lower.toPlainString() + " to ";
    return from + upper.toPlainString() + " " + unit;
  }
}
