package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.target.Pricing.Estimate;
import io.quantumexecutor.target.Target;
import io.quantumexecutor.workspace.ProviderFormat;
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
 * @param overMaxCost the refusal of a job that may cost more than its caller allows; null if there
 *     is none
 */
public record CheckedSubmission(
    Submission submission,
    List<String> warnings,
    List<Problem> requestProblems,
    List<Problem> programProblems,
    @Nullable CheckedInput input,
    @Nullable Failure overMaxCost) {

  /**
   * What is known of the input that would be sent; the input itself, which may be large, is not
   * kept.
   *
   * @param estimate null if its price was not asked for
   */
  public record CheckedInput(Target target, ProviderFormat format, @Nullable Estimate estimate) {}

  /** One that cannot run. */
  static CheckedSubmission refused(
      Submission submission, List<Problem> ofRequest, List<Problem> ofProgram) {
    return new CheckedSubmission(submission, List.of(), ofRequest, ofProgram, null, null);
  }

  /** The same with more that the caller should know. */
  public CheckedSubmission with(List<String> moreWarnings) {
    List<String> all = new ArrayList<>(moreWarnings);
    all.addAll(warnings);
    return new CheckedSubmission(
        submission, all, requestProblems, programProblems, input, overMaxCost);
  }
}
