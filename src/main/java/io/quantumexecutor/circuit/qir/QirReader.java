package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.StepBudget;

/**
 * Reads QIR text of the base and adaptive profiles, with typed or opaque pointers.
 *
 * <p>Qubits form one register {@code q}, numbered as in the text. Classical registers follow the
 * record calls: the first recorded array is the first register {@code c0}, its item i is bit i; a
 * result recorded outside of an array is a register of one bit. In keys the first register
 * therefore stands rightmost, and item 0 rightmost in it. Results that are measured and matter, but
 * are not recorded, follow in a last register {@link #UNRECORDED}: it is no output of the program.
 *
 * <p>Branches become conditionals, one per block that does something. Loops, measurements inside
 * branches, outputs that are no results and calls of other functions are refused by name.
 */
public final class QirReader {
  /** The register of results that the text measures and uses, but does not record. */
  public static final String UNRECORDED = "unrecorded";

  private QirReader() {}

  /**
   * Reads the function with the attribute {@code entry_point}.
   *
   * @throws ProgramException with every error found, each with line and column
   */
  public static Circuit read(String text, CircuitLimits limits) {
    if (text.length() > limits.sourceChars()) {
      throw new ProgramException(
          ProgramError.of("the text is longer than " + limits.sourceChars() + " characters"));
    }
    StepBudget budget = new StepBudget(limits.steps());
    budget.addForCharacters(text.length());
    return QirTranslation.of(QirParser.parse(text, budget), limits, budget);
  }
}
