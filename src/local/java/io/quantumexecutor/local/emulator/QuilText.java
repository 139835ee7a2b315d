package io.quantumexecutor.local.emulator;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Quil program (Quil specification, rigetti/quil). Its gates, measurements and resets are
 * executed; a program with definitions, control flow, classical arithmetic or pulses is only looked
 * through for its memory.
 */
final class QuilText {
  /** A declared region of memory. */
  record Region(String name, String type, int size) {
    boolean isBits() {
      return type.equals("BIT");
    }
  }

  private static final Pattern DECLARATION =
      Pattern.compile(
          "DECLARE\\s+([A-Za-z_][\\w-]*)\\s+(BIT|OCTET|INTEGER|REAL)(?:\\[(\\d{1,6})])?"
              + "(?:\\s+SHARING\\s.*)?");

  private static final Set<String> WITHOUT_EFFECT =
      Set.of("", "PRAGMA", "NOP", "WAIT", "FENCE", "DELAY", "HALT");

  private static final Pattern NOT_EXECUTED =
      Pattern.compile(
          "DEF(?:GATE|CIRCUIT|CAL|FRAME|WAVEFORM)|INCLUDE|CALL|LABEL|JUMP(?:-WHEN|-UNLESS)?"
              + "|MOVE|EXCHANGE|CONVERT|LOAD|STORE|NEG|NOT|AND|IOR|XOR|ADD|SUB|MUL|DIV"
              + "|EQ|GT|GE|LT|LE|NONBLOCKING|PULSE|(?:RAW-)?CAPTURE|SWAP-PHASES|SET-SCALE"
              + "|(?:SET|SHIFT)-(?:FREQUENCY|PHASE)");

  private final List<String> lines;
  private final List<Region> regions = new ArrayList<>();
  private final boolean executed;

  private QuilText(List<String> lines) {
    this.lines = lines;
    lines.stream().filter(line -> operator(line).equals("DECLARE")).forEach(this::declare);
    this.executed =
        lines.stream().noneMatch(line -> NOT_EXECUTED.matcher(operator(line)).matches());
  }

  /**
   * Reads a program.
   *
   * @throws JobFailure as Rigetti's simulator words it
   */
  static QuilText read(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("[\\n;]", -1)) {
      lines.add(line.replaceFirst("#.*", "").strip());
    }
    return new QuilText(lines);
  }

  List<Region> regions() {
    return regions;
  }

  Optional<Region> region(String name) {
    return regions.stream().filter(region -> region.name.equals(name)).findFirst();
  }

  /**
   * The program as a circuit whose registers are the regions of bits, in order of declaration.
   *
   * @param memory the values of the other regions
   * @return nothing if the program is not one to execute
   */
  Optional<Circuit> circuit(Map<String, double[]> memory) {
    if (!executed) {
      return Optional.empty();
    }
    QuilTranslation translation = new QuilTranslation(regions, memory);
    StringBuilder program = new StringBuilder();
    for (String line : lines) {
      program.append(step(translation, line)).append('\n');
    }
    try {
      return Optional.of(
          OpenQasmReader.read(
              translation.header() + "\n" + program, Map.of(), CircuitLimits.DEFAULT));
    } catch (ProgramException e) {
      ProgramError error = e.errors().get(0);
      // The header is one line, and each line of Quil is one line of OpenQASM.
      int line = error.line() - 2;
      throw invalid(line < 0 ? "" : lines.get(line), error.message());
    }
  }

  private static String step(QuilTranslation translation, String line) {
    String operator = operator(line);
    if (WITHOUT_EFFECT.contains(operator) || operator.equals("DECLARE")) {
      return "";
    }
    return translation.step(line);
  }

  private void declare(String line) {
    Matcher matcher = DECLARATION.matcher(line);
    if (!matcher.matches()) {
      throw invalid(line, "it is not a declaration");
    }
    int size = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    if (size == 0 || region(matcher.group(1)).isPresent()) {
      throw invalid(line, "the region is empty or declared twice");
    }
    regions.add(new Region(matcher.group(1), matcher.group(2), size));
  }

  private static String operator(String line) {
    return line.split("[\\s(]", 2)[0];
  }

  /** The failure of a line that cannot be executed. */
  static JobFailure invalid(String line, String reason) {
    return JobFailure.invalidInput(
        ("QVM reported a problem running your program: error when calling QVM: failed to perform"
                + " multishot: Encountered the invalid instruction\n\n    %s\n\n"
                + "which could not be executed because %s")
            .formatted(line, reason));
  }
}
