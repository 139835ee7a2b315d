package io.quantumexecutor.api.request;

import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import java.util.List;
import java.util.Map;

/** A request that is wrong, with everything that is wrong with it. */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemDocument document;
  private final transient Map<String, String> headers;

  public InvalidRequestException(ProblemDocument document) {
    this(document, Map.of());
  }

  /**
   * @param headers what the answer says besides the document
   */
  public InvalidRequestException(ProblemDocument document, Map<String, String> headers) {
    super(document.detail());
    this.document = document;
    this.headers = Map.copyOf(headers);
  }

  /** 400 for a request of the wrong shape. */
  public static InvalidRequestException of(List<Problem> problems) {
    return new InvalidRequestException(
        new ProblemDocument(ProblemType.INVALID_REQUEST, summary(problems), problems));
  }

  /** 422 for a request whose only fault is its program. */
  public static InvalidRequestException program(List<Problem> problems) {
    return new InvalidRequestException(
        new ProblemDocument(ProblemType.INVALID_PROGRAM, summary(problems), problems));
  }

  /** 422 for a job that may cost more than its caller allows. */
  public static InvalidRequestException cost(Failure refusal) {
    return new InvalidRequestException(
        new ProblemDocument(
            ProblemType.named(refusal.code()), refusal.message(), refusal.problems()));
  }

  private static String summary(List<Problem> problems) {
    int total = problems instanceof NotedProblems noted ? noted.total() : problems.size();
    return total == 1 ? problems.get(0).message() : total + " things are wrong; see errors";
  }

  public ApiResponse response(String invocationId) {
    ApiResponse response = document.response(invocationId);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }
}
