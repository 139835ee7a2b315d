package io.quantumexecutor.quantum;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.workspace.QuantumWorkspace.Quota;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Quotas as Azure Quantum writes them (REST specification, Quota). */
final class QuotaJson {
  private QuotaJson() {}

  /** All that name what they count; empty if it is no page of quotas. */
  static Optional<List<Quota>> readPage(JsonNode page) {
    if (!page.path("value").isArray()) {
      return Optional.empty();
    }
    List<Quota> quotas = new ArrayList<>();
    for (JsonNode quota : page.path("value")) {
      String provider = ServiceJson.text(quota, "providerId");
      String dimension = ServiceJson.text(quota, "dimension");
      if (provider != null && dimension != null) {
        quotas.add(
            new Quota(
                provider,
                dimension,
                orUnknown(ServiceJson.text(quota, "scope")),
                number(quota, "utilization"),
                number(quota, "holds"),
                number(quota, "limit"),
                orUnknown(ServiceJson.text(quota, "period"))));
      }
    }
    return Optional.of(quotas);
  }

  private static String orUnknown(@Nullable String word) {
    return word == null ? "unknown" : word;
  }

  /** A whole number of floats is shown without its fraction. */
  private static BigDecimal number(JsonNode quota, String field) {
    BigDecimal value = quota.path(field).decimalValue().stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
