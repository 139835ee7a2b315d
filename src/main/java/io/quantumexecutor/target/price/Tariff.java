package io.quantumexecutor.target.price;

/** How a target's price is made. */
public sealed interface Tariff
    permits FreeOfCharge, GateShots, HardwareCredits, RunTime, Unpublished {
  String unit();

  /** The formula in words. */
  String formula();

  PriceSource origin();

  Quote quote(Usage usage);
}
