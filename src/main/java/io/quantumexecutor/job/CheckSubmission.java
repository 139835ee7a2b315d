package io.quantumexecutor.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out before a job is accepted whether its target can run it. */
public final class CheckSubmission {
  private static final String BACKEND = "/backend_preferences/backend_name";

  private final Targets targets;
  private final Translation translation;

  public CheckSubmission(Targets targets, Translation translation) {
    this.targets = targets;
    this.translation = translation;
  }

  /**
   * What a check found.
   *
   * @param submission the submission with the target's canonical name
   * @param warnings what the caller should know although the job will run
   * @param requestProblems what is wrong with the request
   * @param programProblems what is wrong with the program, or what its target cannot do
   */
  public record Checked(
      Submission submission,
      List<String> warnings,
      List<Problem> requestProblems,
      List<Problem> programProblems) {}

  /**
   * Checks everything; asks the workspace about a target that the catalogue does not have.
   *
   * @throws QuantumException if the workspace had to be asked and could not be
   */
  public Checked check(Submission submission) {
    return check(submission, targets.find(submission.target()), unknown(submission.target()));
  }

  /** Checks what can be checked without a network; dispatching checks the rest. */
  public Checked checkOffline(Submission submission) {
    return check(submission, targets.known(submission.target()), List.of());
  }

  private List<Problem> program(Submission submission) {
    return checkProgram(submission.program(), submission.parameters());
  }

  /** What is wrong with a program whatever its target; a format that is not known passes. */
  public List<Problem> checkProgram(Program program, Map<String, Double> parameters) {
    try {
      translation.read(program, parameters);
      return List.of();
    } catch (RefusedException e) {
      return e.problems();
    }
  }

  private Checked check(Submission submission, Optional<Target> found, List<Problem> ifUnknown) {
    if (found.isEmpty()) {
      return new Checked(submission, List.of(), ifUnknown, program(submission));
    }
    Target target = found.get();
    Submission canonical = submission.withTarget(target.name());
    List<Problem> problems = new ArrayList<>();
    if (target.successor() != null) {
      problems.add(Problem.at(BACKEND, target.name() + " is retired; use " + target.successor()));
      return new Checked(canonical, List.of(), problems, program(submission));
    }
    Integer maximum = target.shots().maximum();
    if (maximum != null && submission.numShots() > maximum) {
      problems.add(
          Problem.at("/num_shots", target.name() + " takes at most " + maximum + " shots"));
    }
    try {
      List<String> warnings = translation.translate(canonical).warnings();
      return new Checked(canonical, warnings, problems, List.of());
    } catch (RefusedException e) {
      return new Checked(canonical, List.of(), problems, e.problems());
    }
  }

  private List<Problem> unknown(String name) {
    String hint = targets.nearest(name).map(near -> "; did you mean " + near + "?").orElse("");
    return List.of(Problem.at(BACKEND, "there is no backend «" + name + "»" + hint));
  }
}
