package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The errors found in one text. */
final class Diagnostics {
  private static final int MAX_ERRORS = 100;
  private static final int MAX_LINE_LENGTH = 200;
  private static final int MAX_WORD_LENGTH = 40;

  private final String source;
  private final Set<ProgramError> errors = new LinkedHashSet<>();
  private int lastLine = 1;
  private int lastLineStart;

  Diagnostics(String source) {
    this.source = source;
  }

  void report(Refusal refusal) {
    if (!(refusal instanceof Refusal.Consequence)) {
      report(refusal.place(), refusal.message());
    }
  }

  /** What the source gives, or null with its refusal reported. */
  <T> @Nullable T attempt(Supplier<T> source) {
    try {
      return source.get();
    } catch (Refusal.LimitReached e) {
      throw e;
    } catch (Refusal e) {
      report(e);
      return null;
    }
  }

  void report(Place place, String message) {
    report(ProgramError.at(place, message));
  }

  void report(ProgramError error) {
    if (!full()) {
      errors.add(error);
    }
  }

  /** Whether so many errors were found that reading on is of no use. */
  boolean full() {
    return errors.size() >= MAX_ERRORS;
  }

  int count() {
    return errors.size();
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      List<ProgramError> sorted = new ArrayList<>(errors);
      sorted.sort(
          Comparator.comparingInt(ProgramError::line).thenComparingInt(ProgramError::column));
      sorted.replaceAll(this::withLine);
      throw new ProgramException(sorted);
    }
  }

  private ProgramError withLine(ProgramError error) {
    return new ProgramError(error.line(), error.column(), error.message(), line(error.line()));
  }

  /** A word of the text, cut so that it fits into a message. */
  static String shortened(String word) {
    return word.length() <= MAX_WORD_LENGTH ? word : word.substring(0, MAX_WORD_LENGTH) + "…";
  }

  /** Walks through the text only once: it is asked for lines in their order. */
  private String line(int line) {
    if (line == 0) {
      return "";
    }
    while (lastLine < line) {
      int end = source.indexOf('\n', lastLineStart);
      if (end < 0) {
        return "";
      }
      lastLineStart = end + 1;
      lastLine++;
    }
    int end = source.indexOf('\n', lastLineStart);
    int length = (end < 0 ? source.length() : end) - lastLineStart;
    String text =
        source.substring(lastLineStart, lastLineStart + Math.min(length, MAX_LINE_LENGTH));
    return length <= MAX_LINE_LENGTH ? text.stripTrailing() : text + "…";
  }
}
