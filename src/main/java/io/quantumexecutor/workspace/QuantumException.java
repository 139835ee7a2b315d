package io.quantumexecutor.workspace;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Azure Quantum, its storage or its token service did not do what was asked. */
public final class QuantumException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Code of an answer that is larger than allowed; asking again would bring the same. */
  public static final String ANSWER_TOO_LARGE = "answer-too-large";

  /** What the trouble means for the caller. */
  public enum Kind {
    /** Nothing happened and the same call may work later: target unavailable, 429, outage. */
    TRY_LATER,
    /** It may have happened or not: time-out, reset, unreadable answer. */
    UNCERTAIN,
    /** Our identity may not do this (401, 403): may pass, role changes take up to an hour. */
    DENIED,
    /** The service understood and says no, for good. */
    REJECTED
  }

  private final Kind kind;
  private final int httpStatus;
  private final String code;
  private final @Nullable Duration retryAfter;

  /**
   * @param httpStatus 0 when there was no answer
   * @param code the service's own code, or a word for what happened
   * @param message for people; never contains tokens or signed addresses
   */
  public QuantumException(
      Kind kind, int httpStatus, String code, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.httpStatus = httpStatus;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public int httpStatus() {
    return httpStatus;
  }

  public String code() {
    return code;
  }

  /** How long the service asked to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Never null: every one of them says what happened. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
