package io.quantumexecutor.api.request;

import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.CheckStep.Name;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A failed step of the access to a workspace as the answer to a submission. */
public final class AccessProblems {
  /** Steps that fail because the request names something that is not so. */
  private static final Set<Name> OF_THE_REQUEST =
      EnumSet.of(Name.WORKSPACE, Name.PROVIDER, Name.TARGET);

  private AccessProblems() {}

  /**
   * 400 for a request that contradicts what is there, 403 for a right that is missing.
   *
   * @param places where the request says what
   */
  public static InvalidRequestException of(CheckStep step, Map<String, String> places) {
    List<Problem> problems = List.of(problem(step, places));
    return OF_THE_REQUEST.contains(step.name())
        ? InvalidRequestException.of(problems)
        : new InvalidRequestException(
            new ProblemDocument(ProblemType.ACCESS_DENIED, step.text(), problems));
  }

  public static Problem problem(CheckStep step, Map<String, String> places) {
    String pointer = step.field() == null ? "" : places.getOrDefault(step.field(), "");
    return Problem.at(pointer, step.text());
  }
}
