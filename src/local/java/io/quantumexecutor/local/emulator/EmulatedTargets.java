package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatedTarget.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The targets of August 2026 (Azure Quantum documentation, provider pages) and how they are. */
final class EmulatedTargets {
  private static final String BASE = "Base";
  private static final String INTEGERS = "Adaptive_RI";
  private static final String FLOATS = "Adaptive_RIF";

  private static final List<EmulatedTarget> TARGETS =
      List.of(
          new EmulatedTarget("ionq.simulator", "ionq", Kind.IDEAL, 29, BASE),
          new EmulatedTarget("ionq.qpu.aria-1", "ionq", Kind.QPU, 25, BASE),
          new EmulatedTarget("ionq.qpu.forte-1", "ionq", Kind.QPU, 36, BASE),
          new EmulatedTarget("ionq.qpu.forte-enterprise-1", "ionq", Kind.QPU, 36, BASE),
          new EmulatedTarget("quantinuum.qpu.h2-1", "quantinuum", Kind.QPU, 56, INTEGERS),
          new EmulatedTarget(
              "quantinuum.sim.h2-1sc", "quantinuum", Kind.SYNTAX_CHECKER, 56, INTEGERS),
          new EmulatedTarget(
              "quantinuum.sim.h2-1e", "quantinuum", Kind.NOISY_EMULATOR, 56, INTEGERS),
          new EmulatedTarget("quantinuum.qpu.h2-2", "quantinuum", Kind.QPU, 56, INTEGERS),
          new EmulatedTarget(
              "quantinuum.sim.h2-2sc", "quantinuum", Kind.SYNTAX_CHECKER, 56, INTEGERS),
          new EmulatedTarget(
              "quantinuum.sim.h2-2e", "quantinuum", Kind.NOISY_EMULATOR, 56, INTEGERS),
          new EmulatedTarget("quantinuum.qpu.helios-1", "quantinuum", Kind.QPU, 98, FLOATS),
          new EmulatedTarget(
              "quantinuum.sim.helios-1sc", "quantinuum", Kind.SYNTAX_CHECKER, 98, FLOATS),
          new EmulatedTarget(
              "quantinuum.sim.helios-1e", "quantinuum", Kind.NOISY_EMULATOR, 98, FLOATS),
          new EmulatedTarget("rigetti.sim.qvm", "rigetti", Kind.IDEAL, 20, BASE),
          new EmulatedTarget("rigetti.qpu.cepheus-1-108q", "rigetti", Kind.QPU, 108, BASE),
          new EmulatedTarget("pasqal.sim.emu-sv", "pasqal", Kind.IDEAL, 25, ""),
          new EmulatedTarget("pasqal.sim.emu-mps", "pasqal", Kind.IDEAL, 80, ""),
          new EmulatedTarget("pasqal.sim.emu-free", "pasqal", Kind.IDEAL, 12, ""),
          new EmulatedTarget("pasqal.qpu.fresnel", "pasqal", Kind.QPU, 100, ""),
          new EmulatedTarget("pasqal.qpu.fresnel-can1", "pasqal", Kind.QPU, 100, ""));

  private static final Map<String, String> STATUS_PAGES =
      Map.of(
          "ionq", "https://status.ionq.co",
          "quantinuum", "https://www.quantinuum.com/hardware/h2",
          "rigetti", "https://rigetti.statuspage.io/",
          "pasqal", "");

  /** The first version whose specification has the size and QIR profile of a target. */
  private static final String SIZES_SINCE = "2025-12-01-preview";

  /** Shown to clients and settable by tests. */
  record State(Availability availability, int averageQueueSeconds) {}

  private final Map<String, State> states = new ConcurrentHashMap<>();

  EmulatedTargets() {
    for (EmulatedTarget target : TARGETS) {
      states.put(
          target.id(), new State(Availability.AVAILABLE, target.kind() == Kind.QPU ? 5_400 : 12));
    }
  }

  /** Sets how a target is; a name that is none is refused. */
  void set(String id, State state) {
    if (states.replace(id, state) == null) {
      throw ServiceError.notFound("Target", id);
    }
  }

  State state(EmulatedTarget target) {
    return states.getOrDefault(target.id(), new State(Availability.UNAVAILABLE, 0));
  }

  /** Finds the target of a submission, or refuses as the service does. */
  EmulatedTarget require(String providerId, String targetId) {
    if (TARGETS.stream().noneMatch(target -> target.provider().equals(providerId))) {
      throw ServiceError.invalidJob(
          403, "The provider specified does not exist or is not enabled for the workspace.");
    }
    EmulatedTarget target =
        TARGETS.stream()
            .filter(each -> each.provider().equals(providerId))
            .filter(each -> each.id().equals(targetId))
            .findFirst()
            .orElseThrow(
                () ->
                    ServiceError.invalidJob(
                        403,
                        "The target specified does not exist or is not enabled for the"
                            + " workspace."));
    if (state(target).availability() == Availability.UNAVAILABLE) {
      throw ServiceError.targetUnavailable();
    }
    return target;
  }

  static Optional<EmulatedTarget> find(String id) {
    return TARGETS.stream().filter(target -> target.id().equals(id)).findFirst();
  }

  static Set<String> providers() {
    Set<String> providers = new LinkedHashSet<>();
    TARGETS.forEach(target -> providers.add(target.provider()));
    return providers;
  }

  /**
   * How all targets are.
   *
   * @param apiVersion the version asked for decides about the newer fields
   */
  ArrayNode providerStatus(String apiVersion) {
    ArrayNode value = EmulatorJson.array();
    for (String provider : providers()) {
      List<EmulatedTarget> targets =
          TARGETS.stream().filter(target -> target.provider().equals(provider)).toList();
      boolean allAvailable =
          targets.stream().allMatch(each -> state(each).availability() == Availability.AVAILABLE);
      ObjectNode status = value.addObject();
      status.put("id", provider);
      status.put("currentAvailability", allAvailable ? "Available" : "Degraded");
      ArrayNode list = status.putArray("targets");
      targets.forEach(target -> list.add(targetStatus(target, apiVersion)));
    }
    return value;
  }

  /** The kind of quota hybrid jobs of Quantinuum's emulators are counted against. */
  ArrayNode quotas() {
    ArrayNode value = EmulatorJson.array();
    value
        .addObject()
        .put("dimension", "ehqc")
        .put("scope", "Subscription")
        .put("providerId", "quantinuum")
        .put("utilization", 0.0)
        .put("holds", 0.0)
        .put("limit", 1000.0)
        .put("period", "Monthly");
    return value;
  }

  private ObjectNode targetStatus(EmulatedTarget target, String apiVersion) {
    State state = state(target);
    ObjectNode status =
        EmulatorJson.object()
            .put("id", target.id())
            .put("currentAvailability", state.availability().wireName())
            .put("averageQueueTime", state.averageQueueSeconds())
            .put("statusPage", STATUS_PAGES.get(target.provider()));
    if (apiVersion.compareTo(SIZES_SINCE) >= 0) {
      status.put("numQubits", target.qubits());
      if (!target.profile().isEmpty()) {
        status.put("targetProfile", target.profile());
      }
    }
    return status;
  }
}
