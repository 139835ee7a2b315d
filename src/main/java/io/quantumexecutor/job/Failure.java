package io.quantumexecutor.job;

import java.util.List;

/**
 * Why a job ended without a result.
 *
 * @param code stable word for programs, for example {@code invalid-program}
 * @param message one sentence for people
 * @param problems everything that is wrong with the submission, when that is the reason
 */
public record Failure(String code, String message, List<Problem> problems) {
  public Failure {
    problems = List.copyOf(problems);
  }

  public static Failure of(String code, String message) {
    return new Failure(code, message, List.of());
  }
}
