package io.quantumexecutor.target.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * An amount for the time a job runs, which nobody can know beforehand.
 *
 * @param rate the amount for one period
 * @param period what the rate is for
 * @param startedCounts whether a started period costs as much as a whole one; else time is billed
 *     as it was
 */
public record RunTime(
    String unit, BigDecimal rate, Duration period, boolean startedCounts, PriceSource origin)
    implements Tariff {
  private static final int DECIMALS = 3;

  /** What a run of that length costs, parts of a period rounded up to a thousandth. */
  public BigDecimal cost(Duration run) {
    BigDecimal time = BigDecimal.valueOf(run.toNanos());
    BigDecimal one = BigDecimal.valueOf(period.toNanos());
    return startedCounts
        ? time.divide(one, 0, RoundingMode.CEILING).multiply(rate)
        : time.multiply(rate).divide(one, DECIMALS, RoundingMode.CEILING);
  }

  @Override
  public String formula() {
    return "%s %s per %s of execution; how long a job runs is not known beforehand"
        .formatted(rate.toPlainString(), unit, periodInWords());
  }

  /** A job that runs at all starts one period; less than that cannot be said of other rates. */
  @Override
  public Quote quote(Usage usage) {
    BigDecimal least = startedCounts ? rate : null;
    return Quote.of(new Price(unit, least, null, List.of(), formula(), origin));
  }

  private String periodInWords() {
    String length = period.toHours() > 0 ? period.toHours() + " h" : period.toMillis() + " ms";
    return (startedCounts ? "started " : "") + length;
  }
}
