package io.quantumexecutor.target;

import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A submission that cannot be run as it is, with everything that is wrong with it. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Problem> problems;

  /**
   * A refusal.
   *
   * @param code stable word for the kind of refusal, for example {@code invalid-program}
   * @param message one sentence
   */
  public RefusedException(String code, String message, List<Problem> problems) {
    super(message);
    this.code = code;
    this.problems = List.copyOf(problems);
  }

  /** A refusal of a job for a reason that was found. */
  public static RefusedException of(Failure found) {
    return new RefusedException(found.code(), found.message(), found.problems());
  }

  /** A refusal for one reason at one place. */
  public static RefusedException of(String code, String pointer, String message) {
    return new RefusedException(code, message, List.of(Problem.at(pointer, message)));
  }

  /** A program that could not be read or not be written for its target. */
  static RefusedException program(ProgramException e) {
    List<Problem> problems = e.errors().stream().map(RefusedException::problem).toList();
    return new RefusedException("invalid-program", "the program cannot be run", problems);
  }

  private static Problem problem(ProgramError error) {
    String text = error.sourceLine().isEmpty() ? "" : " in «" + error.sourceLine().strip() + "»";
    return new Problem(
        "/program", known(error.line()), known(error.column()), error.message() + text);
  }

  private static @Nullable Integer known(int position) {
    return position == 0 ? null : position;
  }

  public String code() {
    return code;
  }

  public List<Problem> problems() {
    return problems;
  }

  /** Never null: every one of them says what happened. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
