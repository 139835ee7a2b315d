package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.GateType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gates that {@code qelib1.inc} and {@code stdgates.inc} offer, those included that tools added
 * to them over time. Both files give the same gates here.
 *
 * <p>Sources: OpenQASM 2.0 and OpenQASM 3 specifications; for the later gates the documented
 * matrices of Qiskit's circuit library.
 */
final class GateLibrary {
  static final Set<String> FILES = Set.of("qelib1.inc", "stdgates.inc");

  private static final String DEFINITIONS =
      """
      gate id a {}
      gate u0(gamma) a {}
      gate u2(phi,lambda) a { u3(pi/2,phi,lambda) a; }
      gate r(theta,phi) a { u3(theta,phi-pi/2,pi/2-phi) a; }
      gate cu(theta,phi,lambda,gamma) c,t { p(gamma) c; cu3(theta,phi,lambda) c,t; }
      gate rzx(theta) a,b { h b; rzz(theta) a,b; h b; }
      gate ecr a,b { rzx(pi/4) a,b; x a; rzx(-pi/4) a,b; }
      gate dcx a,b { cx a,b; cx b,a; }
      gate iswap a,b { s a; s b; cz a,b; swap a,b; }
      gate xx_plus_yy(theta,beta) a,b {
        rz(beta) a; rxx(theta/2) a,b; ryy(theta/2) a,b; rz(-beta) a;
      }
      gate xx_minus_yy(theta,beta) a,b {
        rz(-beta) b; rxx(theta/2) a,b; ryy(-theta/2) a,b; rz(beta) b;
      }
      gate rccx a,b,c { h c; t c; cx b,c; tdg c; cx a,c; t c; cx b,c; tdg c; h c; }
      gate rc3x a,b,c,d {
        h d; t d; cx c,d; tdg d; h d; cx a,d; t d; cx b,d; tdg d; cx a,d; t d; cx b,d; tdg d;
        h d; t d; cx c,d; tdg d; h d;
      }
      gate rcccx a,b,c,d { rc3x a,b,c,d; }
      """;

  private static final Map<String, GateRule> PRIMITIVE =
      Map.of(
          "U", new GateRule.BuiltIn("U", GateType.U, 0),
          "CX", new GateRule.BuiltIn("CX", GateType.X, 1),
          "gphase", new GateRule.GlobalPhase("gphase"));
  private static final Map<String, GateRule> INCLUDED = included();

  private GateLibrary() {}

  /** A gate of the language itself. */
  static @Nullable GateRule primitive(String name) {
    return PRIMITIVE.get(name);
  }

  /** A gate that is there once the library is included. */
  static @Nullable GateRule included(String name) {
    return INCLUDED.get(name);
  }

  private static Map<String, GateRule> included() {
    Map<String, GateRule> rules = new HashMap<>();
    builtIn(rules, GateType.X, "x", "cx", "ccx", "c3x", "c4x");
    builtIn(rules, GateType.X, "", "cnot", "toffoli");
    builtIn(rules, GateType.Y, "y", "cy");
    builtIn(rules, GateType.Z, "z", "cz", "ccz");
    builtIn(rules, GateType.H, "h", "ch");
    builtIn(rules, GateType.S, "s", "cs");
    builtIn(rules, GateType.SDG, "sdg", "csdg");
    builtIn(rules, GateType.T, "t");
    builtIn(rules, GateType.TDG, "tdg");
    builtIn(rules, GateType.SX, "sx", "csx", "", "c3sx");
    builtIn(rules, GateType.SX, "", "", "", "c3sqrtx");
    builtIn(rules, GateType.SXDG, "sxdg");
    builtIn(rules, GateType.RX, "rx", "crx");
    builtIn(rules, GateType.RY, "ry", "cry");
    builtIn(rules, GateType.RZ, "rz", "crz");
    builtIn(rules, GateType.P, "p", "cp");
    builtIn(rules, GateType.P, "u1", "cu1");
    builtIn(rules, GateType.P, "phase", "cphase");
    builtIn(rules, GateType.U, "u", "");
    builtIn(rules, GateType.U, "u3", "cu3");
    builtIn(rules, GateType.SWAP, "swap", "cswap");
    builtIn(rules, GateType.RXX, "rxx");
    builtIn(rules, GateType.RYY, "ryy");
    builtIn(rules, GateType.RZZ, "rzz");
    rules.put("CX", new GateRule.BuiltIn("CX", GateType.X, 1));
    define(rules);
    return Map.copyOf(rules);
  }

  /**
   * @param names for no control, one, two and so on; empty where there is no such gate
   */
  private static void builtIn(Map<String, GateRule> rules, GateType type, String... names) {
    for (int controls = 0; controls < names.length; controls++) {
      if (!names[controls].isEmpty()) {
        rules.put(names[controls], new GateRule.BuiltIn(names[controls], type, controls));
      }
    }
  }

  private static void define(Map<String, GateRule> rules) {
    Diagnostics diagnostics = new Diagnostics(DEFINITIONS);
    String text = "OPENQASM 2.0;" + DEFINITIONS;
    Budget budget = new Budget(CircuitLimits.DEFAULT, text.length());
    ProgramParser parser = new ProgramParser(text, diagnostics, budget);
    Evaluator evaluator = new Evaluator(Set.of(), budget);
    GateCompiler compiler = new GateCompiler(evaluator, name -> known(rules, name), diagnostics);
    parser.parse(
        statement -> {
          if (statement instanceof Statement.GateDefinition definition) {
            rules.put(definition.name(), compiler.compile(definition, Scope.global()));
          }
        });
    diagnostics.throwIfAny();
  }

  private static GateRule known(Map<String, GateRule> rules, String name) {
    GateRule rule = rules.get(name);
    return rule == null ? new GateRule.Unusable(name, "'" + name + "' is not defined") : rule;
  }
}
