package io.quantumexecutor.circuit.qasm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Short programs that would be long work, and long ones that would be longer, by what they do. */
public final class HostileOpenQasm {
  private static final String TWO =
      "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[36]; creg c[2];\n";
  private static final String THREE =
      "OPENQASM 3; include \"stdgates.inc\"; qubit[1024] q; bit[10] c; int n = 0;\n";
  private static final String LONG_LOOP = "for int i in [0:99999] ";

  private HostileOpenQasm() {}

  /** Programs that must be refused. */
  public static Map<String, Supplier<String>> refused() {
    Map<String, Supplier<String>> all = new LinkedHashMap<>();
    calls(all);
    loops(all);
    expressions(all);
    depths(all);
    lengths(all);
    return all;
  }

  private static void calls(Map<String, Supplier<String>> all) {
    all.put("subroutines that call two others", () -> doublingDefs("{}"));
    all.put("subroutines with blocks that call two others", () -> doublingDefs("{{{{}}}}"));
    all.put("subroutines that copy bits", () -> bitCopies());
    all.put("gates that call two phases", () -> doublingGates("inv @ g%d a; inv @ g%d a;"));
    all.put("identities on 36 qubits", () -> TWO + "id q;".repeat(500_000));
    all.put("identities on 1024 qubits", () -> THREE + "id q;".repeat(500_000));
    all.put("empty gates on 1024 qubits", () -> THREE + "gate g a {}\n" + "g q;".repeat(500_000));
    all.put(
        "empty gates with many angles",
        () -> THREE + "gate g(a,b,c,d,e,f,h,i) x {}\n" + LONG_LOOP + "g(1,1,1,1,1,1,1,1) q;");
    all.put("controls one by one", () -> THREE + controlledGate());
    all.put("many barriers in a wide gate", () -> wideGate());
  }

  private static String doublingDefs(String filler) {
    StringBuilder text = new StringBuilder(THREE + "def f0() { " + filler + " }\n");
    for (int i = 1; i <= 25; i++) {
      String inner = "f" + (i - 1) + "();";
      text.append("def f" + i + "() { " + inner + inner + " }\n");
    }
    return text + "f25();";
  }

  private static String doublingGates(String body) {
    StringBuilder text = new StringBuilder(THREE + "gate g0 a { gphase(1); }\n");
    for (int i = 1; i <= 25; i++) {
      text.append("gate g" + i + " a { " + body.formatted(i - 1, i - 1) + " }\n");
    }
    return text + "g25 q[0];";
  }

  private static String bitCopies() {
    String one = "def f(qubit[1024] a, bit[10] b) {}\n";
    return THREE + one + LONG_LOOP + "f(q, c);";
  }

  private static String controlledGate() {
    StringBuilder text = new StringBuilder("gate g a { " + "x a;".repeat(1_000) + " }\n");
    text.append("ctrl @ ".repeat(200)).append("g q[0]");
    for (int i = 1; i <= 200; i++) {
      text.append(",q[" + i + "]");
    }
    return text + ";";
  }

  private static String wideGate() {
    StringBuilder text = new StringBuilder(THREE + "gate g a0");
    for (int i = 1; i < 1_000; i++) {
      text.append(",a" + i);
    }
    return text + " { " + "barrier;".repeat(700_000) + " }";
  }

  private static void loops(Map<String, Supplier<String>> all) {
    String twice = LONG_LOOP + "for int j in [0:9] ";
    all.put(
        "assignments in a loop",
        () -> THREE + LONG_LOOP + "{" + "n = n + 1 - 1;".repeat(400) + "}");
    all.put("empty blocks", () -> THREE + twice + "{" + "{}".repeat(2_000) + "}");
    all.put("empty loops", () -> THREE + LONG_LOOP + "for int j in {1,2,3,4,5,6,7,8,9,10} {}");
    all.put("aliases of wide registers", () -> THREE + LONG_LOOP + "let a = q[:];");
    all.put("joined aliases", () -> THREE + LONG_LOOP + "let a = q[0:2:1023] ++ q[1:2:1023];");
    all.put(
        "barriers of one register", () -> TWO + "barrier q" + ",q".repeat(4_000_000 - 100) + ";");
    all.put(
        "names found far outside",
        () -> THREE + "{".repeat(200) + twice + "{ n = n; }" + "}".repeat(200));
    all.put("conditions never true", () -> THREE + twice + "if (c == 5000 && c < 3) {}");
    all.put(
        "errors in a loop",
        () ->
            "OPENQASM 3; def f() { foo; }\n"
                + "\n".repeat(4_000_000)
                + "f(); bar;\n".repeat(90)
                + "f();".repeat(800_000));
  }

  private static void expressions(Map<String, Supplier<String>> all) {
    String sum = "1" + "+1".repeat(900);
    all.put("a long sum in a loop", () -> THREE + LONG_LOOP + "n = " + sum + ";");
    all.put(
        "a long sum in many gates",
        () -> THREE + "gate g a { rz(" + sum + ") a; }\n" + LONG_LOOP + "inv @ g q[0];");
    all.put("functions in a loop", () -> THREE + LONG_LOOP + "rz(sin(cos(sin(cos(i))))) q;");
    all.put(
        "bits of a long string", () -> "OPENQASM 3; int n = \"" + "1".repeat(8_000_000) + "\";");
    all.put(
        "a string of bits in a loop",
        () -> THREE + LONG_LOOP + "{ if (c == \"" + "01".repeat(4_000) + "\") {} }");
  }

  private static void depths(Map<String, Supplier<String>> all) {
    all.put("calls one in another", () -> chainedDefs());
    all.put(
        "blocks in calls",
        () ->
            THREE
                + "def f() "
                + "{".repeat(200)
                + "}".repeat(200)
                + "{".repeat(200)
                + "f();"
                + "}".repeat(200));
    all.put("modifiers in gates", () -> THREE + chainedModifiers());
    all.put(
        "modifiers before gates",
        () ->
            THREE
                + chainedModifiers().replace("g200 q[0];", "")
                + "inv @ ".repeat(150)
                + "g2 q[0];");
    all.put("else after else", () -> THREE + "if (c[0]) x q[0]; else ".repeat(20_000) + "y q[0];");
  }

  private static String chainedDefs() {
    StringBuilder text = new StringBuilder(THREE + "def f0() {}\n");
    for (int i = 1; i < 20_000; i++) {
      text.append("def f" + i + "() { f" + (i - 1) + "(); }\n");
    }
    return text + "f19999();";
  }

  private static String chainedModifiers() {
    StringBuilder text = new StringBuilder("gate g0 a { y a; }\n");
    for (int i = 1; i <= 200; i++) {
      text.append("gate g" + i + " a { " + "inv @ ".repeat(100) + "g" + (i - 1) + " a; }\n");
    }
    return text + "g200 q[0];";
  }

  private static void lengths(Map<String, Supplier<String>> all) {
    all.put("semicolons and a fault", () -> "OPENQASM 3;" + ";".repeat(8_000_000) + "x;");
    all.put("unclosed braces", () -> "OPENQASM 3; " + "{".repeat(255) + ";".repeat(8_000_000));
    all.put("a call with many arguments", () -> THREE + "rz(" + "1,".repeat(4_000_000) + "1) q;");
    all.put(
        "a gate with many statements", () -> THREE + "gate g a {" + "x a;".repeat(2_000_000) + "}");
    all.put("a long name", () -> "OPENQASM 2.0; qreg " + "q".repeat(8_000_000) + "[1];");
    all.put("names of one register", () -> registersAlike());
  }

  private static String registersAlike() {
    return THREE + "def f() { bit b; }\n" + "f();".repeat(5_000);
  }
}
