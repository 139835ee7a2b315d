package io.quantumexecutor.result;

import java.util.Objects;

/** An answer that contradicts itself or the program, or has a shape that is not known. */
public final class ResultFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 1_000;

  private final Code code;

  public ResultFormatException(Code code, String message) {
    super(shortened(message));
    this.code = code;
  }

  /** What an answer names may be as long as the answer. */
  private static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " …";
  }

  /** Never null: every one of them says what happened. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public Code code() {
    return code;
  }

  /** An unexpected shape at a place in the answer, given as JSON pointer. */
  static ResultFormatException shape(String pointer, String message) {
    String place = pointer.isEmpty() ? "the answer" : pointer;
    return new ResultFormatException(Code.UNEXPECTED_SHAPE, place + ": " + message);
  }

  /** What is wrong. */
  public enum Code {
    /** The output format has no decoder. */
    UNKNOWN_FORMAT("unknown-result-format"),
    /** Not one complete JSON value. */
    NOT_JSON("result-not-json"),
    /** JSON, but not as the format has it. */
    UNEXPECTED_SHAPE("unexpected-result-shape"),
    /** Counts and shots of the answer disagree. */
    COUNTS_CONTRADICT("result-counts-contradict"),
    /** Probabilities are no probabilities or do not add up to 1. */
    PROBABILITIES_OFF("result-probabilities-off"),
    /** The answer has other registers than the program. */
    REGISTERS_DIFFER("result-registers-differ"),
    /** Decoding it would take more memory or time than a result may. */
    TOO_LARGE("result-too-large");

    private final String wireName;

    Code(String wireName) {
      this.wireName = wireName;
    }

    /** Lower case with hyphens, as an API shows it. */
    public String wireName() {
      return wireName;
    }
  }
}
