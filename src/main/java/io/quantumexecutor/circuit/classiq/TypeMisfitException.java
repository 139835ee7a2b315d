package io.quantumexecutor.circuit.classiq;

/** A type that is not known or does not fit its output; the message says which and why. */
final class TypeMisfitException extends Exception {
  private static final long serialVersionUID = 1L;

  TypeMisfitException(String message) {
    super(message);
  }
}
