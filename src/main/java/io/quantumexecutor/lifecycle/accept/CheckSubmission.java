package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.lifecycle.accept.CheckedSubmission.CheckedInput;
import io.quantumexecutor.target.KnownOptions;
import io.quantumexecutor.target.Pricing;
import io.quantumexecutor.target.Pricing.Estimate;
import io.quantumexecutor.target.ProviderInput;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.Target;
import io.quantumexecutor.target.TargetAdvice;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out before a job is accepted whether its target can run it. */
public final class CheckSubmission {
  static final String BACKEND = "/backend_preferences/backend_name";

  private final Targets targets;
  private final Translation translation;
  private final WorkspaceAccess access;
  private final Pricing pricing;

  public CheckSubmission(Targets targets, Translation translation, WorkspaceAccess access) {
    this.targets = targets;
    this.translation = translation;
    this.access = access;
    this.pricing = new Pricing(translation);
  }

  /**
   * Checks everything; asks the workspace about a target that the catalogue does not have.
   *
   * @throws QuantumException if the workspace had to be asked and could not be
   */
  public CheckedSubmission check(Submission submission) {
    return check(submission, isLimited(submission));
  }

  /** The same with a price, whether it may refuse the job or not. */
  public CheckedSubmission checkAndPrice(Submission submission) {
    return check(submission, true);
  }

  private CheckedSubmission check(Submission submission, boolean priced) {
    String target = submission.target();
    return check(submission, targets.find(target), unknown(target), priced);
  }

  /** Checks what can be checked without a network; dispatching checks the rest. */
  public CheckedSubmission checkOffline(Submission submission) {
    return check(submission, targets.known(submission.target()), List.of(), isLimited(submission));
  }

  /**
   * Whether its target is known to be unavailable and its caller does not want it to wait.
   *
   * @param asked where it is to run
   */
  public boolean isToBeRejected(Submission submission, Access asked) {
    return submission.options().whenUnavailable() == WhenUnavailable.REJECT
        && status(asked)
            .snapshot()
            .target(submission.target())
            .filter(TargetStatus::isUnavailable)
            .isPresent();
  }

  /** What the workspace says that a job is to run in. */
  public WorkspaceStatus status(Access asked) {
    return asked instanceof Access.Integration ? targets.status() : access.status(asked);
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

  private CheckedSubmission check(
      Submission submission, Optional<Target> found, List<Problem> ifUnknown, boolean priced) {
    if (found.isEmpty()) {
      return CheckedSubmission.refused(submission, ifUnknown, program(submission));
    }
    Target target = found.get();
    Submission canonical = submission.withTarget(target.name());
    List<Problem> problems = new ArrayList<>();
    if (target.retirement() != null) {
      problems.add(
          Problem.at(BACKEND, target.name() + " is retired; " + target.retirement().advice()));
      return CheckedSubmission.refused(canonical, problems, program(submission));
    }
    checkShots(submission.numShots(), target, problems);
    problems.addAll(KnownOptions.refused(canonical, target));
    try {
      ProviderInput input = translation.translate(canonical);
      List<String> warnings = new ArrayList<>(input.warnings());
      warnings.addAll(TargetAdvice.warnings(canonical, target));
      Estimate estimate = priced ? pricing.estimate(input, canonical) : null;
      return new CheckedSubmission(
          canonical,
          warnings,
          problems,
          List.of(),
          new CheckedInput(target, input.format(), estimate),
          overMaxCost(estimate, input, canonical));
    } catch (RefusedException e) {
      return CheckedSubmission.refused(canonical, problems, e.problems());
    }
  }

  /** Without a limit no price is asked for: reading the input back costs time. */
  private static boolean isLimited(Submission submission) {
    return submission.options().maxCost() != null;
  }

  private @Nullable Failure overMaxCost(
      @Nullable Estimate estimate, ProviderInput input, Submission submission) {
    return estimate == null
        ? null
        : pricing.refusal(estimate.quote(), input, submission).orElse(null);
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
