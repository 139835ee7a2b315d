package io.quantumexecutor.job;

/**
 * A program as the caller sent it.
 *
 * @param format the format's name, for example {@code openqasm} or {@code ionq.circuit.v1}
 * @param named whether the caller named the format: then it passes through untouched where the
 *     target takes it
 * @param text the program; for binary formats (QIR bitcode) its base64
 * @param base64 whether the text is base64
 */
public record Program(String format, boolean named, String text, boolean base64) {
  @Override
  public String toString() {
    return "Program[" + format + ", " + text.length() + " characters]";
  }
}
