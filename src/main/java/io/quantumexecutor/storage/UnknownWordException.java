package io.quantumexecutor.storage;

import java.util.Objects;

/** A column that names one of several things names none that this version knows. */
final class UnknownWordException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 40;

  UnknownWordException(String column, String word) {
    super(
        "column "
            + column
            + " says "
            + word.substring(0, Math.min(word.length(), SHOWN))
            + ", which this version does not know");
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
