package io.quantumexecutor.circuit;

/**
 * One thing that is wrong in a program text, or that a target cannot do.
 *
 * @param line 1 for the first line, 0 when the error has no place
 * @param column 1 for the first character of the line, 0 when the error has no place
 * @param message what is wrong and what to do about it
 * @param sourceLine the text of that line, cut to a readable length; empty when there is none
 */
public record ProgramError(int line, int column, String message, String sourceLine) {
  private static final int MAX_WORD_LENGTH = 40;

  /** An error without a place. */
  public static ProgramError of(String message) {
    return new ProgramError(0, 0, message, "");
  }

  /** An error at a place whose line is no longer at hand. */
  public static ProgramError at(Place place, String message) {
    return new ProgramError(place.line(), place.column(), message, "");
  }

  /** A word of the text, cut so that it fits into a message. */
  public static String shortened(String word) {
    return word.length() <= MAX_WORD_LENGTH ? word : word.substring(0, MAX_WORD_LENGTH) + "…";
  }

  @Override
  public String toString() {
    return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
  }
}
