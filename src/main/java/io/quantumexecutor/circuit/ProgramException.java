package io.quantumexecutor.circuit;

import java.util.List;
import java.util.stream.Collectors;

/** A program that cannot be read, or not be written for a target; holds every error found. */
public final class ProgramException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ProgramError> errors;

  public ProgramException(List<ProgramError> errors) {
    // Without a stack trace: it says nothing about a program, and filling it in takes longest.
    super(
        errors.stream().map(ProgramError::toString).collect(Collectors.joining("; ")),
        null,
        false,
        false);
    this.errors = List.copyOf(errors);
  }

  public ProgramException(ProgramError error) {
    this(List.of(error));
  }

  /** All errors, in the order of the text. */
  public List<ProgramError> errors() {
    return errors;
  }
}
