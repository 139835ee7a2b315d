package io.quantumexecutor.api;

import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.RefusedException;
import java.util.List;

/** A request that is wrong, with everything that is wrong with it. */
final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemDocument document;

  InvalidRequestException(ProblemDocument document) {
    super(document.detail());
    this.document = document;
  }

  /** 400 for a request of the wrong shape. */
  static InvalidRequestException of(List<Problem> problems) {
    return new InvalidRequestException(
        new ProblemDocument(
            400, "invalid-request", "The request is not valid", summary(problems), problems));
  }

  /** 422 for a request whose only fault is its program. */
  static InvalidRequestException program(List<Problem> problems) {
    return new InvalidRequestException(
        new ProblemDocument(
            422, "invalid-program", "The program cannot be run", summary(problems), problems));
  }

  /** 422 for a job that may cost more than its caller allows. */
  static InvalidRequestException cost(RefusedException refusal) {
    return new InvalidRequestException(
        new ProblemDocument(
            422,
            refusal.code(),
            "The price is not within max_cost",
            refusal.getMessage(),
            refusal.problems()));
  }

  private static String summary(List<Problem> problems) {
    return problems.size() == 1
        ? problems.get(0).message()
        : problems.size() + " things are wrong; see errors";
  }

  ProblemDocument document() {
    return document;
  }
}
