package io.quantumexecutor.job;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a submission. Both texts may quote what the caller wrote; what is
 * longer than anybody reads is cut.
 *
 * @param pointer JSON pointer (RFC 6901) into the request, for example {@code /num_shots}
 * @param line line in the program text, 1 for the first; null when not about a program text
 * @param column column in that line, 1 for the first
 * @param message what is wrong and what to do
 */
public record Problem(
    String pointer, @Nullable Integer line, @Nullable Integer column, String message) {
  private static final int MAX_POINTER = 300;
  private static final int MAX_MESSAGE = 2_000;

  public Problem {
    pointer = cut(pointer, MAX_POINTER);
    message = cut(message, MAX_MESSAGE);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  public static Problem at(String pointer, String message) {
    return new Problem(pointer, null, null, message);
  }
}
