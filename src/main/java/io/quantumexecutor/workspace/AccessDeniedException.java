package io.quantumexecutor.workspace;

/** A workspace may not be used as it was asked for; says which step of its set-up is missing. */
public final class AccessDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CheckStep step;

  public AccessDeniedException(CheckStep step) {
    super(step.text());
    this.step = step;
  }

  public CheckStep step() {
    return step;
  }
}
