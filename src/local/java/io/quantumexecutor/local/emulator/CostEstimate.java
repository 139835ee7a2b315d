package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The cost estimate of a finished job: the provider's dimensions, all of them free here. */
final class CostEstimate {
  private record Dimension(String id, String name, String unit) {}

  private CostEstimate() {}

  static ObjectNode of(String target) {
    ObjectNode estimate = Json.object().put("currencyCode", "USD");
    ArrayNode events = estimate.putArray("events");
    for (Dimension dimension : dimensions(target)) {
      events
          .addObject()
          .put("dimensionId", dimension.id)
          .put("dimensionName", dimension.name)
          .put("measureUnit", dimension.unit)
          .put("amountBilled", 0.0)
          .put("amountConsumed", 0.0)
          .put("unitPrice", 0.0);
    }
    return estimate.put("estimatedTotal", 0.0);
  }

  private static Dimension[] dimensions(String target) {
    if (target.startsWith("ionq.")) {
      return new Dimension[] {
        new Dimension("gs1q", "1Q Gate Shot", "1q gate shot"),
        new Dimension("gs2q", "2Q Gate Shot", "2q gate shot")
      };
    }
    if (target.startsWith("quantinuum.")) {
      return new Dimension[] {
        target.endsWith("e")
            ? new Dimension("ehqc", "EHQC", "hqc")
            : new Dimension("hqc", "HQC", "hqc")
      };
    }
    if (target.startsWith("rigetti.")) {
      return new Dimension[] {
        new Dimension("qpu_time_centiseconds", "QPU Execution Time", "10ms (rounded up)")
      };
    }
    return new Dimension[] {new Dimension("compute-time-emu", "Compute Time", "per hour")};
  }
}
