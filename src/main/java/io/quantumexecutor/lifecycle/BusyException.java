package io.quantumexecutor.lifecycle;

import java.util.Objects;

/** This process has no room for the work at the moment; nothing of it was done. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyException() {
    super("this instance has no memory free for the work at the moment");
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
