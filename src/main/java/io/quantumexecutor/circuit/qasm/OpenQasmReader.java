package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads OpenQASM 2.0 (whole) and OpenQASM 3 (what describes a circuit).
 *
 * <p>The version line decides, wherever comments put it; without one a text that declares {@code
 * qreg} and no {@code qubit} is version 2. The files {@code qelib1.inc} and {@code stdgates.inc}
 * are built in. Gate parameters are plain real numbers in both versions: OpenQASM 3's {@code angle}
 * would wrap them, which changes rotations under a control.
 *
 * <p>Source: the OpenQASM 2.0 and OpenQASM 3 language specifications.
 */
public final class OpenQasmReader {
  private OpenQasmReader() {}

  /**
   * Reads a program.
   *
   * @param parameters values for the {@code input} declarations of OpenQASM 3, by name
   * @return the circuit with all gates expanded; measurements only where the text has them
   * @throws ProgramException with every error found, each with line, column and that line's text
   */
  public static Circuit read(String text, Map<String, Double> parameters, CircuitLimits limits) {
    if (text.length() > limits.sourceChars()) {
      throw new ProgramException(
          ProgramError.of(
              "the program has "
                  + text.length()
                  + " characters, the limit is "
                  + limits.sourceChars()));
    }
    if (parameters.size() > limits.parameters()) {
      throw new ProgramException(
          ProgramError.of(
              parameters.size() + " parameters are given, the limit is " + limits.parameters()));
    }
    Diagnostics diagnostics = new Diagnostics(text);
    Optional<Circuit> circuit = read(text, parameters, limits, diagnostics);
    diagnostics.throwIfAny();
    return circuit.orElseThrow();
  }

  private static Optional<Circuit> read(
      String text, Map<String, Double> parameters, CircuitLimits limits, Diagnostics diagnostics) {
    Budget budget = new Budget(limits, text.length());
    try {
      budget.work(text.length() / 8);
      ProgramParser parser = new ProgramParser(text, diagnostics, budget);
      Evaluator evaluator = new Evaluator(parser.skippedWords(), budget);
      Elaborator elaborator =
          new Elaborator(evaluator, parameters, new CircuitBuilder(limits), diagnostics);
      parser.parse(elaborator::run);
      return Optional.of(elaborator.finish());
    } catch (ProgramException stepsUsedUp) {
      stepsUsedUp.errors().forEach(diagnostics::report);
      return Optional.empty();
    }
  }
}
