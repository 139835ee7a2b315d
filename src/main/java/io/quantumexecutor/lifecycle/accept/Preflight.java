package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.lifecycle.accept.CheckedSubmission.CheckedInput;
import io.quantumexecutor.target.Pricing.Estimate;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.price.CircuitFacts;
import io.quantumexecutor.target.price.Quote;
import io.quantumexecutor.workspace.QuantumWorkspace.Quota;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.WorkspaceStatus;
import io.quantumexecutor.workspace.WorkspaceStatus.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what would become of a checked submission; keeps and sends nothing. */
public final class Preflight {
  private final Targets targets;

  public Preflight(Targets targets) {
    this.targets = targets;
  }

  /** What would become of it. */
  public enum Verdict {
    /** It would be submitted at once. */
    READY,
    /** It would be kept until its target opens. */
    HELD,
    REFUSED
  }

  /**
   * What can be said of a submission.
   *
   * @param problems why it would be refused
   * @param live the target as it is now; null if that is not known
   * @param facts null if the program as sent cannot be read here
   * @param quote null if nothing could be made of the program
   * @param quotas what is left of the provider's quotas; null if the workspace does not tell
   */
  public record Report(
      Verdict verdict,
      List<Problem> problems,
      List<String> warnings,
      Snapshot snapshot,
      @Nullable TargetStatus live,
      @Nullable CircuitFacts facts,
      @Nullable Quote quote,
      @Nullable List<Quota> quotas) {}

  /**
   * Reports on a submission that was checked.
   *
   * @param ofRequest what is wrong with the request, the check's own findings among it
   * @param status of the workspace that it would run in
   */
  public Report report(CheckedSubmission checked, List<Problem> ofRequest, WorkspaceStatus status) {
    Snapshot snapshot = status.snapshot();
    String name = checked.submission().target();
    TargetStatus live = snapshot.target(name).orElse(null);
    List<Problem> problems = problems(checked, ofRequest);
    List<String> warnings = new ArrayList<>(checked.warnings());
    if (snapshot.trouble() != null) {
      warnings.add("it is not known whether " + name + " is available: " + snapshot.trouble());
    } else if (live == null && targets.known(name).filter(it -> !it.isRetired()).isPresent()) {
      problems.add(
          Problem.at(
              CheckSubmission.BACKEND,
              name + " is not in the workspace: add its provider there, or choose another"));
    }
    Verdict verdict = verdict(checked, live, problems, warnings);
    Optional<Estimate> estimate = Optional.ofNullable(checked.input()).map(CheckedInput::estimate);
    return new Report(
        verdict,
        List.copyOf(problems),
        List.copyOf(warnings),
        snapshot,
        live,
        estimate.map(Estimate::facts).orElse(null),
        estimate.map(Estimate::quote).orElse(null),
        live == null ? null : status.quotas(live.provider()).orElse(null));
  }

  private static List<Problem> problems(CheckedSubmission checked, List<Problem> ofRequest) {
    List<Problem> problems = new ArrayList<>(ofRequest);
    problems.addAll(checked.programProblems());
    if (checked.overMaxCost() != null) {
      problems.addAll(checked.overMaxCost().problems());
    }
    return problems;
  }

  private static Verdict verdict(
      CheckedSubmission checked,
      @Nullable TargetStatus live,
      List<Problem> problems,
      List<String> warnings) {
    boolean isClosed = live != null && live.isUnavailable();
    if (isClosed && checked.submission().options().whenUnavailable() == WhenUnavailable.REJECT) {
      problems.add(
          Problem.at(
              "/when_unavailable",
              checked.submission().target()
                  + " is unavailable now, and \"when_unavailable\" is \"reject\""));
    }
    if (live != null && live.availability().equalsIgnoreCase("Degraded")) {
      warnings.add(live.name() + " takes jobs but does not run them at the moment");
    }
    if (!problems.isEmpty()) {
      return Verdict.REFUSED;
    }
    return isClosed ? Verdict.HELD : Verdict.READY;
  }
}
