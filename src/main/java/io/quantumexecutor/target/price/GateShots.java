package io.quantumexecutor.target.price;

import io.quantumexecutor.circuit.Circuit;
import java.math.BigDecimal;
import java.util.List;

/**
 * IonQ's price: an amount for every gate of every shot, and a minimum for every program, which is
 * higher with error mitigation (Azure Quantum documentation, pricing).
 *
 * <p>The page calls the minimum a minimum but prints it as a summand. The lower bound reads it as a
 * minimum, the upper one as a summand.
 */
public record GateShots(String unit, Rates rates, PriceSource origin) implements Tariff {
  /** The reading of the published text as {@code max(minimum, usage)}. */
  public static final String AS_MINIMUM = "minimum";

  /** The reading of the published text as {@code minimum + usage}. */
  public static final String AS_SUM = "sum";

  /**
   * Published numbers.
   *
   * @param oneQubit for a gate on one qubit in one shot
   * @param twoQubit for a gate on two qubits in one shot
   * @param minimum for a program without error mitigation
   * @param minimumMitigated for a program with it
   */
  public record Rates(
      BigDecimal oneQubit, BigDecimal twoQubit, BigDecimal minimum, BigDecimal minimumMitigated) {}

  @Override
  public String formula() {
    return formula(rates.minimumMitigated(), rates.minimum());
  }

  @Override
  public Quote quote(Usage usage) {
    Price with = price(usage, rates.minimumMitigated());
    Price without = price(usage, rates.minimum());
    return new Quote(usage.mitigated() ? with : without, with, without);
  }

  private Price price(Usage usage, BigDecimal minimum) {
    Circuit sent = usage.sent();
    if (sent == null) {
      return new Price(unit, minimum.stripTrailingZeros(), null, List.of(), formula(), origin);
    }
    GateCounts gates = GateCounts.ionq(sent);
    BigDecimal used =
        rates
            .oneQubit()
            .multiply(BigDecimal.valueOf(gates.one()))
            .add(rates.twoQubit().multiply(BigDecimal.valueOf(gates.two())))
            .multiply(BigDecimal.valueOf(usage.shots()));
    BigDecimal larger = plain(used.max(minimum));
    BigDecimal sum = plain(used.add(minimum));
    return new Price(
        unit,
        larger,
        sum,
        List.of(new Price.Reading(AS_MINIMUM, larger), new Price.Reading(AS_SUM, sum)),
        formula(),
        origin);
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private String formula(BigDecimal mitigated, BigDecimal plainMinimum) {
    return ("shots × (%s × one-qubit gates + %s × two-qubit gates) %s, at least %s per program with"
            + " error mitigation and %s without; a gate on N > 2 qubits counts as 6 × (N - 2)"
            + " two-qubit gates. The published text can also be read as minimum plus usage: that is"
            + " the upper bound")
        .formatted(
            rates.oneQubit().toPlainString(),
            rates.twoQubit().toPlainString(),
            unit,
            mitigated.toPlainString(),
            plainMinimum.toPlainString());
  }
}
