package io.quantumexecutor.quantum;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Provider status as Azure Quantum writes it (REST specification, ProviderStatus). */
final class TargetJson {
  private TargetJson() {}

  /** The targets of all providers; empty if it is no page of providers. */
  static Optional<List<TargetStatus>> readPage(JsonNode page) {
    if (!page.path("value").isArray()) {
      return Optional.empty();
    }
    List<TargetStatus> targets = new ArrayList<>();
    for (JsonNode provider : page.path("value")) {
      for (JsonNode target : provider.path("targets")) {
        read(provider, target).ifPresent(targets::add);
      }
    }
    return Optional.of(targets);
  }

  private static Optional<TargetStatus> read(JsonNode provider, JsonNode target) {
    String providerId = ServiceJson.text(provider, "id");
    String name = ServiceJson.text(target, "id");
    if (providerId == null || name == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TargetStatus(
            providerId,
            name,
            availability(provider, target),
            Math.max(0, target.path("averageQueueTime").asLong(0)),
            qubits(target),
            ServiceJson.text(target, "targetProfile")));
  }

  private static String availability(JsonNode provider, JsonNode target) {
    String own = ServiceJson.text(target, "currentAvailability");
    String shared = own == null ? ServiceJson.text(provider, "currentAvailability") : own;
    return shared == null ? "Unavailable" : shared;
  }

  private static @Nullable Integer qubits(JsonNode target) {
    JsonNode qubits = target.path("numQubits");
    return qubits.canConvertToInt() && qubits.intValue() > 0 ? qubits.intValue() : null;
  }
}
