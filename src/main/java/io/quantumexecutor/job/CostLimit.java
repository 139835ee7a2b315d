package io.quantumexecutor.job;

import java.math.BigDecimal;

/**
 * What a caller wants to spend at most on one job.
 *
 * @param amount not negative
 * @param unit a currency or a provider's credit as a price names it: {@code USD}, {@code EUR},
 *     {@code HQC}, {@code eHQC}; compared without regard to case
 */
public record CostLimit(BigDecimal amount, String unit) {
  @Override
  public String toString() {
    return amount.toPlainString() + " " + unit;
  }
}
