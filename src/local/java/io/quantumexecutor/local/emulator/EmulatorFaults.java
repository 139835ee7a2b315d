package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults in store. Each counts how often it fired, so that one that never did is found out. */
public final class EmulatorFaults {
  private static final class Armed {
    final InjectedFault fault;
    int seen;
    int fired;

    Armed(InjectedFault fault) {
      this.fault = fault;
    }

    boolean due() {
      return seen >= fault.occurrence() && fired < fault.times();
    }
  }

  /**
   * A fault that fires now.
   *
   * @param number how often it has fired before
   */
  record Firing(InjectedFault.Action action, int number) {}

  private final List<Armed> armed = new ArrayList<>();

  public synchronized void add(InjectedFault fault) {
    armed.add(new Armed(fault));
  }

  public synchronized void clear() {
    armed.clear();
  }

  /** Those that have not fired at all: a test that leaves one behind has tested nothing. */
  public synchronized List<InjectedFault> unfired() {
    return armed.stream().filter(each -> each.fired == 0).map(each -> each.fault).toList();
  }

  /** How often faults fired in all. */
  public synchronized int fired() {
    return armed.stream().mapToInt(each -> each.fired).sum();
  }

  /** Counts a call with every fault it matches and gives the first that is due. */
  synchronized Optional<Firing> next(Route route, String id) {
    Optional<Firing> firing = Optional.empty();
    for (Armed each : armed) {
      if (each.fault.matches(route, id)) {
        each.seen++;
        if (firing.isEmpty() && each.due()) {
          firing = Optional.of(new Firing(each.fault.action(), each.fired));
          each.fired++;
        }
      }
    }
    return firing;
  }

  synchronized ArrayNode toJson() {
    ArrayNode list = EmulatorJson.array();
    for (Armed each : armed) {
      ObjectNode node = EmulatorJson.MAPPER.valueToTree(each.fault);
      list.add(node.put("seen", each.seen).put("fired", each.fired));
    }
    return list;
  }

  void add(ObjectNode json) {
    try {
      add(EmulatorJson.MAPPER.treeToValue(json, InjectedFault.class));
    } catch (JsonProcessingException e) {
      throw new ServiceError(400, "InvalidFault", e.getOriginalMessage(), e);
    }
  }
}
