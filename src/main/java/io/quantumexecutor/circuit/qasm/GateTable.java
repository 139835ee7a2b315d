package io.quantumexecutor.circuit.qasm;

import java.util.HashMap;
import java.util.Map;

/** The gates a program can call: its own first, then those of the included library. */
final class GateTable {
  private final Map<String, GateRule> own = new HashMap<>();
  private final Evaluator evaluator;
  private boolean libraryIncluded;

  GateTable(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  void includeLibrary() {
    libraryIncluded = true;
  }

  /** Whether the program itself defined the name. */
  boolean defines(String name) {
    return own.containsKey(name);
  }

  void define(String name, GateRule rule) {
    own.put(name, rule);
  }

  /** The gate, or an unusable one that says why there is none. */
  GateRule find(String name) {
    GateRule rule = own.get(name);
    if (rule == null) {
      rule = GateLibrary.primitive(name);
    }
    GateRule included = GateLibrary.included(name);
    if (rule == null && libraryIncluded) {
      rule = included;
    }
    if (rule != null) {
      return rule;
    }
    String shown = "'" + Diagnostics.shortened(name) + "'";
    if (included != null) {
      return new GateRule.Unusable(
          name, shown + " needs include \"qelib1.inc\"; (OpenQASM 3: include \"stdgates.inc\";)");
    }
    return new GateRule.Unusable(
        name, evaluator.isSkipped(name) ? "" : "gate " + shown + " is not defined");
  }
}
