package io.quantumexecutor.api.view;

import java.util.Locale;

/**
 * The kinds of error answers. Each has one status and one title; the document's {@code type} is
 * {@code /problems/} and the name in lower case with hyphens.
 */
public enum ProblemType {
  INVALID_REQUEST(400, "The request is not valid"),
  UNAUTHENTICATED(401, "Sign-in is required"),
  FORBIDDEN(403, "Only administrators may do that"),
  INTEGRATION_NOT_ALLOWED(403, "The configured workspace is not open to the caller"),
  ACCESS_DENIED(403, "The workspace may not be used"),
  NOT_FOUND(404, "Not found"),
  NO_RESULT(404, "The job has no result"),
  NO_INPUT(404, "Nothing was submitted"),
  ALREADY_ENDED(409, "The job has ended"),
  NOT_ENDED(409, "The job has not ended"),
  NOT_FINISHED(409, "The job has not finished"),
  NOT_SUBMITTED(409, "The job has not been submitted yet"),
  BEING_SUBMITTED(409, "The job is being submitted"),
  NOTHING_TO_RETRY(409, "There is nothing to run again"),
  CREDENTIALS_REQUIRED(409, "The credentials of the job were erased"),
  TARGET_UNAVAILABLE(409, "The target is unavailable"),
  REFUSED_BY_AZURE_QUANTUM(409, "Refused by Azure Quantum"),
  GONE(410, "The job was deleted"),
  LENGTH_REQUIRED(411, "Length required"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  INVALID_PROGRAM(422, "The program cannot be run"),
  COST_TOO_HIGH(422, "The price is higher than max_cost"),
  COST_NOT_COMPARABLE(422, "The price cannot be compared with max_cost"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
  RATE_LIMITED(429, "Too many requests"),
  TOO_MANY_ACTIVE_JOBS(429, "Too many unfinished jobs"),
  INTERNAL_ERROR(500, "Internal error"),
  AZURE_QUANTUM_UNAVAILABLE(503, "Azure Quantum does not answer as it should"),
  STORAGE_UNAVAILABLE(503, "Storage does not answer as it should"),
  TRY_AGAIN(503, "Not possible at the moment");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /**
   * The type of a word such as {@code cost-too-high}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ProblemType named(String word) {
    return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** The document's {@code type}. */
  public String uri() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
