package io.quantumexecutor.local.emulator;

import io.quantumexecutor.local.emulator.QuilText.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the executable lines of a Quil program as OpenQASM 3, one line each. */
final class QuilTranslation {
  private static final Pattern GATE =
      Pattern.compile(
          "((?:(?:DAGGER|CONTROLLED)\\s+)*)([A-Za-z_][\\w-]*)\\s*(?:\\((.*)\\))?((?:\\s*\\d{1,6})*)");
  private static final Pattern MEASURE =
      Pattern.compile("MEASURE\\s+(\\d{1,6})(?:\\s+([A-Za-z_][\\w-]*)(?:\\[(\\d{1,6})])?)?");
  private static final Pattern RESET = Pattern.compile("RESET(?:\\s+(\\d{1,6}))?");
  private static final Pattern REFERENCE =
      Pattern.compile("([A-Za-z_][\\w-]*+)(?:\\[(\\d{1,6})])?(?!\\s*\\()");

  /** Quil's gates (Quil specification, "Standard Gates"). */
  private static final Map<String, String> GATES =
      Map.ofEntries(
          Map.entry("I", "id"),
          Map.entry("X", "x"),
          Map.entry("Y", "y"),
          Map.entry("Z", "z"),
          Map.entry("H", "h"),
          Map.entry("S", "s"),
          Map.entry("T", "t"),
          Map.entry("RX", "rx"),
          Map.entry("RY", "ry"),
          Map.entry("RZ", "rz"),
          Map.entry("PHASE", "p"),
          Map.entry("CNOT", "cx"),
          Map.entry("CCNOT", "ccx"),
          Map.entry("CZ", "cz"),
          Map.entry("CPHASE", "cp"),
          Map.entry("CPHASE00", "cp00"),
          Map.entry("CPHASE01", "cp01"),
          Map.entry("CPHASE10", "cp10"),
          Map.entry("SWAP", "swap"),
          Map.entry("CSWAP", "cswap"),
          Map.entry("ISWAP", "iswap"),
          Map.entry("PSWAP", "pswap"),
          Map.entry("XY", "xy"));

  private static final String DEFINITIONS =
      "OPENQASM 3.0; include \"stdgates.inc\";"
          + " gate cp00(t) a,b { x a; x b; cp(t) a,b; x a; x b; }"
          + " gate cp01(t) a,b { x a; cp(t) a,b; x a; }"
          + " gate cp10(t) a,b { x b; cp(t) a,b; x b; }"
          + " gate pswap(t) a,b { cx a,b; p(t) b; cx a,b; swap a,b; }"
          + " gate xy(t) a,b { rxx(-t/2) a,b; ryy(-t/2) a,b; }";

  private final List<Region> regions;
  private final Map<String, double[]> memory;

  /** Chips number their qubits with gaps; the simulator shall not pay for those. */
  private final Map<Integer, Integer> qubits = new LinkedHashMap<>();

  QuilTranslation(List<Region> regions, Map<String, double[]> memory) {
    this.regions = regions;
    this.memory = memory;
  }

  /** Declares what the lines written so far use. */
  String header() {
    StringBuilder header = new StringBuilder(DEFINITIONS);
    header.append(" qubit[").append(Math.max(1, qubits.size())).append("] q;");
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).isBits()) {
        header.append(" bit[%d] region%d;".formatted(regions.get(i).size(), i));
      }
    }
    return header.toString();
  }

  String step(String line) {
    Matcher measure = MEASURE.matcher(line);
    if (measure.matches()) {
      return measure(measure, line);
    }
    Matcher reset = RESET.matcher(line);
    if (reset.matches()) {
      return reset.group(1) == null ? "reset q;" : "reset " + qubit(reset.group(1)) + ";";
    }
    Matcher gate = GATE.matcher(line);
    if (!gate.matches()) {
      throw QuilText.invalid(line, "it is not a valid instruction");
    }
    return gate(gate, line);
  }

  private String measure(Matcher measure, String line) {
    String qubit = qubit(measure.group(1));
    String name = measure.group(2);
    if (name == null) {
      return ""; // a result that is thrown away changes nothing that is seen
    }
    String bit = measure.group(3) == null ? "0" : measure.group(3);
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).name().equals(name) && regions.get(i).isBits()) {
        return "region%d[%s] = measure %s;".formatted(i, bit, qubit);
      }
    }
    throw QuilText.invalid(line, "there is no memory region of bits called " + name);
  }

  private String gate(Matcher gate, String line) {
    String name = GATES.get(gate.group(2));
    if (name == null) {
      throw QuilText.invalid(line, "the operator " + gate.group(2) + " is not known");
    }
    StringJoiner targets = new StringJoiner(", ", " ", ";");
    for (String number : gate.group(4).strip().split("\\s+", -1)) {
      targets.add(number.isEmpty() ? "" : qubit(number));
    }
    String modifiers = gate.group(1).replace("DAGGER", "inv @").replace("CONTROLLED", "ctrl @");
    String angles = gate.group(3) == null ? "" : "(" + angles(gate.group(3)) + ")";
    return modifiers + name + angles + targets;
  }

  private String angles(String expressions) {
    return REFERENCE.matcher(expressions).replaceAll(this::value).replace("^", "**");
  }

  /** The value in memory, or a word such as pi as it is. */
  private String value(MatchResult reference) {
    double[] values = memory.get(reference.group(1));
    int index = reference.group(2) == null ? 0 : Integer.parseInt(reference.group(2));
    boolean known = values != null && index < values.length;
    return Matcher.quoteReplacement(known ? "(" + values[index] + ")" : reference.group());
  }

  /** Numbers qubits in the order in which they appear. */
  private String qubit(String number) {
    int next = qubits.size();
    return "q[" + qubits.computeIfAbsent(Integer.parseInt(number), any -> next) + "]";
  }
}
