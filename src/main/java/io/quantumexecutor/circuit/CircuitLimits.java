package io.quantumexecutor.circuit;

/**
 * What reading and translating a program takes at most, so that no text can exhaust time or memory.
 *
 * @param sourceChars characters of the text
 * @param nesting depth of nested expressions, blocks, calls, conditions and gate definitions
 * @param operations operations after all definitions and loops are expanded, and again after they
 *     are written with the gates and statements of a target
 * @param qubits qubits in all registers
 * @param bits classical bits in all registers
 * @param parameters values given for inputs
 * @param steps pieces of work, see {@link StepBudget}, besides those that characters and operations
 *     bring along; reading and writing have as many each
 * @param writtenChars characters of the text written for a target
 */
public record CircuitLimits(
    int sourceChars,
    int nesting,
    int operations,
    int qubits,
    int bits,
    int parameters,
    int steps,
    int writtenChars) {
  public static final CircuitLimits DEFAULT =
      new CircuitLimits(8 * 1024 * 1024, 256, 1_000_000, 1_024, 4_096);

  /**
   * Checks a text that is being written for a target.
   *
   * @throws ProgramException at the place of the operation written last if it is too long
   */
  public void checkWritten(int chars, Place place) {
    if (chars > writtenChars) {
      throw new ProgramException(
          ProgramError.at(
              place,
              "the program becomes longer than "
                  + writtenChars
                  + " characters for this target: that is the limit; use fewer gates, or fewer"
                  + " under conditions"));
    }
  }

  /** Limits with the default numbers of parameters, steps and written characters. */
  public CircuitLimits(int sourceChars, int nesting, int operations, int qubits, int bits) {
    this(sourceChars, nesting, operations, qubits, bits, 1_024, 8_000_000, 96 * 1024 * 1024);
  }
}
