package io.quantumexecutor.target.price;

import java.util.List;

/** Nobody published a price. */
public record Unpublished(String unit, PriceSource origin) implements Tariff {
  @Override
  public String formula() {
    return "no price is published; the workspace's page in the Azure portal shows the binding one";
  }

  @Override
  public Quote quote(Usage usage) {
    return Quote.of(new Price(unit, null, null, List.of(), formula(), origin));
  }
}
