package io.quantumexecutor.local.host;

/** The host cannot start, or cannot call a function as it is declared; the message says why. */
public final class HostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HostException(String message) {
    super(message);
  }

  HostException(String message, Throwable cause) {
    super(message, cause);
  }
}
