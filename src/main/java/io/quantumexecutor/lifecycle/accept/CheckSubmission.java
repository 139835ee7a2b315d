package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.Submission.WhenUnavailable;
import io.quantumexecutor.target.Pricing;
import io.quantumexecutor.target.ProviderInput;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.Target;
import io.quantumexecutor.target.TargetAdvice;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out before a job is accepted whether its target can run it. */
public final class CheckSubmission {
  static final String BACKEND = "/backend_preferences/backend_name";

  private final Targets targets;
  private final Translation translation;
  private final Pricing pricing;

  public CheckSubmission(Targets targets, Translation translation) {
    this.targets = targets;
    this.translation = translation;
    this.pricing = new Pricing(translation);
  }

  /**
   * What a check found.
   *
   * @param submission the submission with the target's canonical name
   * @param warnings what the caller should know although the job will run
   * @param requestProblems what is wrong with the request
   * @param programProblems what is wrong with the program, or what its target cannot do
   * @param input what would be sent; null if it could not be made
   * @param overMaxCost the refusal of a job that may cost more than its caller allows; null if
   *     there is none
   */
  public record Checked(
      Submission submission,
      List<String> warnings,
      List<Problem> requestProblems,
      List<Problem> programProblems,
      @Nullable ProviderInput input,
      @Nullable RefusedException overMaxCost) {
    /** The same with more that the caller should know. */
    public Checked with(List<String> moreWarnings) {
      List<String> all = new ArrayList<>(moreWarnings);
      all.addAll(warnings);
      return new Checked(submission, all, requestProblems, programProblems, input, overMaxCost);
    }
  }

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

  /**
   * Whether its target is known to be unavailable and its caller does not want it to wait.
   *
   * @param status of the workspace that it would run in, only asked for if it matters
   */
  public boolean isToBeRejected(Submission submission, Supplier<WorkspaceStatus> status) {
    return submission.options().terms().whenUnavailable() == WhenUnavailable.REJECT
        && status
            .get()
            .snapshot()
            .target(submission.target())
            .filter(TargetStatus::isUnavailable)
            .isPresent();
  }

  /** What the configured workspace says. */
  public WorkspaceStatus ofConfigured() {
    return targets.status();
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
      return refused(submission, ifUnknown, program(submission));
    }
    Target target = found.get();
    Submission canonical = submission.withTarget(target.name());
    List<Problem> problems = new ArrayList<>();
    if (target.retirement() != null) {
      problems.add(
          Problem.at(BACKEND, target.name() + " is retired; " + target.retirement().advice()));
      return refused(canonical, problems, program(submission));
    }
    checkShots(submission.numShots(), target, problems);
    try {
      ProviderInput input = translation.translate(canonical);
      List<String> warnings = new ArrayList<>(input.warnings());
      warnings.addAll(TargetAdvice.warnings(canonical, target));
      RefusedException overMaxCost = pricing.refusal(input, canonical).orElse(null);
      return new Checked(canonical, warnings, problems, List.of(), input, overMaxCost);
    } catch (RefusedException e) {
      return refused(canonical, problems, e.problems());
    }
  }

  private static Checked refused(
      Submission submission, List<Problem> ofRequest, List<Problem> ofProgram) {
    return new Checked(submission, List.of(), ofRequest, ofProgram, null, null);
  }

  private static void checkShots(int shots, Target target, List<Problem> problems) {
    Integer maximum = target.shots().maximum();
    if (maximum != null && shots > maximum) {
      problems.add(
          Problem.at("/num_shots", target.name() + " takes at most " + maximum + " shots"));
    }
    if (shots < target.shots().minimum()) {
      problems.add(
          Problem.at(
              "/num_shots",
              target.name() + " takes at least " + target.shots().minimum() + " shots"));
    }
  }

  private List<Problem> unknown(String name) {
    String hint = targets.nearest(name).map(near -> "; did you mean " + near + "?").orElse("");
    return List.of(Problem.at(BACKEND, "there is no backend «" + name + "»" + hint));
  }
}
