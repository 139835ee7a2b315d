package io.quantumexecutor.job;

import java.util.Objects;

/** Storage did not answer or refused for a reason that may pass: try again later. */
public final class StorageTroubleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message must name the operation, never contents or addresses with signatures. */
  public StorageTroubleException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Never null: every one of them says what happened. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
