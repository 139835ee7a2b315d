package io.quantumexecutor.job;

/** Somebody else changed or removed the record since it was read: read it again and decide anew. */
public final class StaleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StaleException(String what) {
    super(what + " was changed by somebody else");
  }
}
