package io.quantumexecutor.target.price;

import java.math.BigDecimal;
import java.util.List;

/** Costs nothing. */
public record FreeOfCharge(String unit, PriceSource origin) implements Tariff {
  @Override
  public String formula() {
    return "free of charge";
  }

  @Override
  public Quote quote(Usage usage) {
    return Quote.of(
        new Price(unit, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), formula(), origin));
  }
}
