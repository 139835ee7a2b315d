package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The cost estimate of a finished job: the provider's dimensions, at a price of nothing. */
final class CostEstimate {
  private record Dimension(String id, String name, String unit) {}

  private CostEstimate() {}

  /**
   * Writes the estimate.
   *
   * @param consumed amounts by id of dimension
   */
  static ObjectNode of(EmulatedTarget target, Map<String, Double> consumed) {
    ObjectNode estimate = EmulatorJson.object().put("currencyCode", "USD");
    ArrayNode events = estimate.putArray("events");
    for (Dimension dimension : dimensions(target)) {
      double amount = consumed.getOrDefault(dimension.id, 0.0);
      events
          .addObject()
          .put("dimensionId", dimension.id)
          .put("dimensionName", dimension.name)
          .put("measureUnit", dimension.unit)
          .put("amountBilled", amount)
          .put("amountConsumed", amount)
          .put("unitPrice", 0.0);
    }
    return estimate.put("estimatedTotal", 0.0);
  }

  private static List<Dimension> dimensions(EmulatedTarget target) {
    return switch (target.provider()) {
      case "ionq" ->
          List.of(
              new Dimension("gs1q", "1Q Gate Shot", "1q gate shot"),
              new Dimension("gs2q", "2Q Gate Shot", "2q gate shot"));
      case "quantinuum" ->
          target.kind() == EmulatedTarget.Kind.NOISY_EMULATOR
              ? List.of(new Dimension("ehqc", "EHQC", "hqc"))
              : List.of(new Dimension("hqc", "HQC", "hqc"));
      case "rigetti" ->
          List.of(
              new Dimension("qpu_time_centiseconds", "QPU Execution Time", "10ms (rounded up)"));
      default ->
          List.of(
              new Dimension("compute-time-emu", "Compute Time on HPC-based Emulators", "per hour"),
              new Dimension("compute-time-qpu", "Compute Time on QPU", "per hour"));
    };
  }
}
