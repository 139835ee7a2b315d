package io.quantumexecutor.quantum;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quantumexecutor.target.price.FreeOfCharge;
import io.quantumexecutor.target.price.GateShots;
import io.quantumexecutor.target.price.HardwareCredits;
import io.quantumexecutor.target.price.PriceSource;
import io.quantumexecutor.target.price.RunTime;
import io.quantumexecutor.target.price.Tariff;
import io.quantumexecutor.target.price.Unpublished;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A price in the catalogue's file. Which numbers it has depends on its formula.
 *
 * @param formula {@code free}, {@code unpublished}, {@code gate-shots}, {@code hardware-credits} or
 *     {@code run-time}
 * @param source the name of the page that published it
 * @param asOf the day of the page's state, ISO 8601
 * @param per what a rate is for, ISO 8601
 */
record CataloguePrice(
    String formula,
    String unit,
    String source,
    @JsonProperty("as_of") String asOf,
    @JsonProperty("one_qubit") @Nullable BigDecimal oneQubit,
    @JsonProperty("two_qubit") @Nullable BigDecimal twoQubit,
    @Nullable BigDecimal minimum,
    @JsonProperty("minimum_mitigated") @Nullable BigDecimal minimumMitigated,
    @Nullable BigDecimal rate,
    @Nullable String per,
    @JsonProperty("started_counts") boolean startedCounts) {
  Tariff tariff() {
    PriceSource origin = new PriceSource(source, LocalDate.parse(asOf));
    return switch (formula) {
      case "free" -> new FreeOfCharge(unit, origin);
      case "unpublished" -> new Unpublished(unit, origin);
      case "hardware-credits" -> new HardwareCredits(unit, origin);
      case "gate-shots" -> new GateShots(unit, rates(), origin);
      case "run-time" ->
          new RunTime(
              unit,
              needed(rate, "rate"),
              Duration.parse(Objects.requireNonNull(per, "per")),
              startedCounts,
              origin);
      default -> throw new IllegalStateException("no formula is called " + formula);
    };
  }

  private GateShots.Rates rates() {
    return new GateShots.Rates(
        needed(oneQubit, "one_qubit"),
        needed(twoQubit, "two_qubit"),
        needed(minimum, "minimum"),
        needed(minimumMitigated, "minimum_mitigated"));
  }

  private static BigDecimal needed(@Nullable BigDecimal number, String name) {
    return Objects.requireNonNull(number, name);
  }
}
