package io.quantumexecutor.api.request;

import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.CheckedSubmission;
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
public record SubmissionProblems(
    Optional<CheckedSubmission> checked, List<Problem> ofRequest, List<Problem> ofProgram) {

  /**
   * Examines a body.
   *
   * @param how the check to make once there are a program and a target
   */
  public static SubmissionProblems of(
      SubmissionReader.Read read,
      CheckSubmission check,
      Function<Submission, CheckedSubmission> how) {
    List<Problem> ofRequest = new NotedProblems();
    ofRequest.addAll(read.problems());
    Optional<CheckedSubmission> checked =
        read.submission().map(how).map(found -> found.with(read.warnings()));
    checked.ifPresent(found -> ofRequest.addAll(found.requestProblems()));
    List<Problem> ofProgram =
        checked
            .map(CheckedSubmission::programProblems)
            .or(() -> read.program().map(it -> check.checkProgram(it, read.parameters())))
            .orElse(List.of());
    return new SubmissionProblems(checked, ofRequest, ofProgram);
  }

  /** Those of a submission whose form was found right before. */
  public static SubmissionProblems of(CheckedSubmission checked) {
    return new SubmissionProblems(
        Optional.of(checked), checked.requestProblems(), checked.programProblems());
  }

  /**
   * Stops a submission that cannot run or would cost too much.
   *
   * @throws InvalidRequestException 400 or 422
   */
  public CheckedSubmission requireNone() {
    if (!ofRequest.isEmpty()) {
      throw InvalidRequestException.of(all());
    }
    if (!ofProgram.isEmpty()) {
      throw InvalidRequestException.program(ofProgram);
    }
    if (overMaxCost().isPresent()) {
      throw InvalidRequestException.cost(overMaxCost().get());
    }
    return checked.orElseThrow();
  }

  /** The refusal of a job that may cost more than its caller allows. */
  public Optional<Failure> overMaxCost() {
    return checked.map(CheckedSubmission::overMaxCost);
  }

  public List<Problem> all() {
    List<Problem> all = new NotedProblems();
    all.addAll(ofRequest);
    all.addAll(ofProgram);
    overMaxCost().ifPresent(refusal -> all.addAll(refusal.problems()));
    return all;
  }
}
