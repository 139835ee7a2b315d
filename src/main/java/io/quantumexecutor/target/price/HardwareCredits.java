package io.quantumexecutor.target.price;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.decompose.Decomposer;
import io.quantumexecutor.circuit.decompose.GateBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Quantinuum's price in its own credits: 5 + C·(N1q + 10·N2q + 5·Nm)/5000 for C shots, where Nm
 * counts the preparation of every qubit, measurements and resets (Azure Quantum documentation,
 * pricing), rounded up to a hundredth.
 *
 * <p>The page does not say whether gates count as written or as the machine's native gates: both
 * readings are given. Programs in QIR are known to be billed higher, so that they have no upper
 * bound.
 */
public record HardwareCredits(String unit, PriceSource origin) implements Tariff {
  public static final String NATIVE_GATES = "native gates";
  public static final String WRITTEN_GATES = "gates as written";

  private static final BigDecimal BASE = BigDecimal.valueOf(5);
  private static final BigDecimal DIVISOR = BigDecimal.valueOf(5000);
  private static final int DECIMALS = 2;

  @Override
  public String formula() {
    return "5 + shots × (one-qubit gates + 10 × two-qubit gates + 5 × (qubits prepared +"
        + " measurements + resets)) / 5000 "
        + unit
        + "; all branches of conditionals count, Rz gates are free where native gates count;"
        + " an estimate before Quantinuum's own optimisation, and only a lower bound for QIR";
  }

  @Override
  public Quote quote(Usage usage) {
    Circuit sent = usage.sent();
    if (sent == null) {
      return Quote.of(new Price(unit, BASE, null, List.of(), formula(), origin));
    }
    Circuit circuit = Decomposer.to(GateBasis.QUANTINUUM_H).apply(sent);
    CircuitFacts facts = CircuitFacts.of(circuit);
    long others = (long) facts.qubits() + facts.measurements() + facts.resets();
    BigDecimal written = credits(GateCounts.asWritten(circuit), others, usage.shots());
    BigDecimal inNative = credits(GateCounts.nativeOfHSeries(circuit), others, usage.shots());
    return Quote.of(
        new Price(
            unit,
            written.min(inNative),
            usage.format().startsWith("qir") ? null : written.max(inNative),
            List.of(
                new Price.Reading(NATIVE_GATES, inNative),
                new Price.Reading(WRITTEN_GATES, written)),
            formula(),
            origin));
  }

  private static BigDecimal credits(GateCounts gates, long others, int shots) {
    BigDecimal perShot =
        BigDecimal.valueOf(gates.one())
            .add(BigDecimal.valueOf(gates.two()).multiply(BigDecimal.TEN))
            .add(BigDecimal.valueOf(others).multiply(BigDecimal.valueOf(5)));
    return BASE.add(
        perShot
            .multiply(BigDecimal.valueOf(shots))
            .divide(DIVISOR, DECIMALS, RoundingMode.CEILING));
  }
}
