package io.quantumexecutor.api.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.lifecycle.accept.ListBackends.Backend;
import io.quantumexecutor.target.Target;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.WorkspaceStatus.Snapshot;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a target looks on the wire. */
public final class BackendViews {
  private BackendViews() {}

  /** What {@code ?kind=} selects by. */
  public static String kind(Target target) {
    return target.kind().isHardware() ? "hardware" : "simulator";
  }

  public static ObjectNode full(Backend backend, Snapshot snapshot) {
    Target target = backend.target();
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("name", target.name());
    view.put("provider", target.provider());
    view.put("kind", kind(target));
    if (target.retirement() != null) {
      view.put("availability", "Retired");
      view.put("successor", target.successor());
      view.put("advice", target.retirement().advice());
      return view;
    }
    view.put("type", lower(target.kind()));
    putLive(view, backend.live(), snapshot);
    putQubits(view, target);
    ArrayNode formats = view.putArray("formats");
    target.formats().forEach(format -> formats.add(format.input()));
    view.put("qir_profile", target.abilities().qirProfile());
    view.put("mid_circuit", target.abilities().midCircuit());
    ObjectNode shots = view.putObject("shots");
    shots.put("default", target.shots().byDefault());
    shots.put("minimum", target.shots().minimum());
    shots.put("maximum", target.shots().maximum());
    view.put("answer", lower(target.offer().answer()));
    view.set("price", PriceViews.tariff(target.offer().tariff()));
    view.put("note", target.offer().note());
    return view;
  }

  /** The words of the service, and two of ours for what it does not say. */
  public static void putLive(ObjectNode view, @Nullable TargetStatus live, Snapshot snapshot) {
    String unsaid = snapshot.trouble() == null ? "NotInWorkspace" : "unknown";
    view.put("availability", live == null ? unsaid : live.availability());
    view.put("queue_seconds", live == null ? null : live.queueSeconds());
  }

  private static void putQubits(ObjectNode view, Target target) {
    view.put("qubits", target.qubits() == Integer.MAX_VALUE ? null : target.qubits());
    ArrayNode limits = view.putArray("qubit_limits");
    for (Target.QubitLimit limit : target.offer().qubitLimits()) {
      ObjectNode entry = limits.addObject();
      entry.put("option", limit.option());
      entry.put("value", limit.value());
      entry.put("default", limit.byDefault());
      entry.put("qubits", limit.qubits());
    }
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
