package io.quantumexecutor.job;

/** A cursor that did not come from a page of this caller's list. */
public final class BadCursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong and what to do. */
  public static final String MESSAGE =
      "the cursor does not come from this list; start again without a cursor";

  public BadCursorException() {
    super(MESSAGE);
  }
}
