package io.quantumexecutor.api.request;

import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.CheckSubmission.Checked;
import io.quantumexecutor.target.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that is wrong with a submission: its form, its target and its program, all at once.
 *
 * @param checked empty when there is no program or no target
 * @param ofRequest problems of the form and the target
 * @param ofProgram problems of the program, or what its target cannot do
 */
public record SubmissionCheck(
    Optional<Checked> checked, List<Problem> ofRequest, List<Problem> ofProgram) {

  /**
   * Examines a body.
   *
   * @param how the check to make once there are a program and a target
   */
  public static SubmissionCheck of(
      SubmissionReader.Read read, CheckSubmission check, Function<Submission, Checked> how) {
    List<Problem> ofRequest = new ArrayList<>(read.problems());
    Optional<Checked> checked =
        read.submission().map(how).map(found -> found.with(read.warnings()));
    checked.ifPresent(found -> ofRequest.addAll(found.requestProblems()));
    List<Problem> ofProgram =
        checked
            .map(Checked::programProblems)
            .or(() -> read.program().map(it -> check.checkProgram(it, read.parameters())))
            .orElse(List.of());
    return new SubmissionCheck(checked, ofRequest, ofProgram);
  }

  /** The refusal of a job that may cost more than its caller allows. */
  public Optional<RefusedException> overMaxCost() {
    return checked.map(Checked::overMaxCost);
  }

  public List<Problem> all() {
    List<Problem> all = new ArrayList<>(ofRequest);
    all.addAll(ofProgram);
    overMaxCost().ifPresent(refusal -> all.addAll(refusal.problems()));
    return all;
  }
}
