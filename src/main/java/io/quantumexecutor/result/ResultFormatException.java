package io.quantumexecutor.result;

/** An answer that contradicts itself or the program, or has a shape that is not known. */
public final class ResultFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;

  public ResultFormatException(Code code, String message) {
    super(message);
    this.code = code;
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
    REGISTERS_DIFFER("result-registers-differ");

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
