package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.HashMap;
import java.util.Map;

/** The gates a program can call: its own first, then those of the included library. */
final class GateTable {
  private final Map<String, GateRule> own = new HashMap<>();
  private final Evaluator evaluator;
  private final GateCompiler compiler;
  private boolean libraryIncluded;

  GateTable(Evaluator evaluator, Diagnostics diagnostics) {
    this.evaluator = evaluator;
    compiler = new GateCompiler(evaluator, this::find, diagnostics);
  }

  GateCompiler compiler() {
    return compiler;
  }

  void include(Statement.Include include) {
    if (!GateLibrary.FILES.contains(include.file())) {
      throw new Refusal(
          include.place(),
          "only qelib1.inc and stdgates.inc can be included: write the definitions of \""
              + Diagnostics.shortened(include.file())
              + "\" into the program");
    }
    libraryIncluded = true;
  }

  void define(Statement.GateDefinition definition, Scope scope) {
    checkFree(definition.name(), definition.place());
    own.put(definition.name(), compiler.compile(definition, scope));
  }

  void opaque(Statement.OpaqueDeclaration opaque) {
    checkFree(opaque.name(), opaque.place());
    String shown = "'" + Diagnostics.shortened(opaque.name()) + "'";
    String reason = shown + " is opaque: a gate without a definition cannot be used";
    own.put(opaque.name(), new GateRule.Unusable(opaque.name(), reason));
  }

  private void checkFree(String name, Place place) {
    if (own.containsKey(name)) {
      throw new Refusal(place, "gate '" + Diagnostics.shortened(name) + "' is defined twice");
    }
  }

  /** The gate, or an unusable one that says why there is none. */
  private GateRule find(String name) {
    GateRule rule = own.get(name);
    if (rule == null) {
      rule = GateLibrary.primitive(name);
    }
    GateRule included = GateLibrary.included(name);
    if (rule == null && libraryIncluded) {
      rule = included;
    }
    return rule != null ? rule : new GateRule.Unusable(name, reason(name, included != null));
  }

  private String reason(String name, boolean inLibrary) {
    String shown = "'" + Diagnostics.shortened(name) + "'";
    if (inLibrary) {
      return shown + " needs include \"qelib1.inc\"; (OpenQASM 3: include \"stdgates.inc\";)";
    }
    return evaluator.isSkipped(name) ? "" : "gate " + shown + " is not defined";
  }
}
