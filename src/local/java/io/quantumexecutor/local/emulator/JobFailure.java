package io.quantumexecutor.local.emulator;

/** A failure of the job itself, as opposed to a refused request; becomes {@code errorData}. */
final class JobFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  JobFailure(String code, String message) {
    super(message);
    this.code = code;
  }

  JobFailure(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  static JobFailure invalidInput(String message) {
    return new JobFailure("InvalidInputData", message);
  }

  String code() {
    return code;
  }

  /** Always present: every constructor takes one. */
  String text() {
    return String.valueOf(getMessage());
  }
}
