package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.target.Pricing.Estimate;
import io.quantumexecutor.target.ProviderInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param submission the submission with the target's canonical name
 * @param warnings what the caller should know although the job will run
 * @param requestProblems what is wrong with the request
 * @param programProblems what is wrong with the program, or what its target cannot do
 * @param input what would be sent; null if it could not be made
 * @param estimate null if its price was not needed to decide
 * @param overMaxCost the refusal of a job that may cost more than its caller allows; null if there
 *     is none
 */
public record CheckedSubmission(
    Submission submission,
    List<String> warnings,
    List<Problem> requestProblems,
    List<Problem> programProblems,
    @Nullable ProviderInput input,
    @Nullable Estimate estimate,
    @Nullable Failure overMaxCost) {

  /** One that cannot run. */
  static CheckedSubmission refused(
      Submission submission, List<Problem> ofRequest, List<Problem> ofProgram) {
    return new CheckedSubmission(submission, List.of(), ofRequest, ofProgram, null, null, null);
  }

  /** The same with more that the caller should know. */
  public CheckedSubmission with(List<String> moreWarnings) {
    List<String> all = new ArrayList<>(moreWarnings);
    all.addAll(warnings);
    return new CheckedSubmission(
        submission, all, requestProblems, programProblems, input, estimate, overMaxCost);
  }
}
