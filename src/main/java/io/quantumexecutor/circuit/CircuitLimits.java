package io.quantumexecutor.circuit;

/**
 * What reading and translating a program takes at most, so that no text can exhaust time or memory.
 * How far a text may expand depends on its length too, see {@link #forText}.
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
  private static final int EXPANDED = 100_000;

  /** A three-qubit gate takes six characters or more and becomes a dozen gates of a target. */
  private static final int OPERATIONS_PER_CHARACTER = 2;

  private static final int WRITTEN = 8 << 20;
  private static final int WRITTEN_PER_CHARACTER = 100;

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

  /**
   * The same for a text of that length. A short text may expand to some work and a long one to
   * more, so that what a program can need is known before it is read.
   */
  public CircuitLimits forText(int characters) {
    long most = EXPANDED + (long) OPERATIONS_PER_CHARACTER * characters;
    long longest = WRITTEN + (long) WRITTEN_PER_CHARACTER * characters;
    return new CircuitLimits(
        sourceChars,
        nesting,
        (int) Math.min(operations, most),
        qubits,
        bits,
        parameters,
        steps,
        (int) Math.min(writtenChars, longest));
  }

  /** Limits with the default numbers of parameters, steps and written characters. */
  public CircuitLimits(int sourceChars, int nesting, int operations, int qubits, int bits) {
    this(sourceChars, nesting, operations, qubits, bits, 1_024, 8_000_000, 32 * 1024 * 1024);
  }
}
