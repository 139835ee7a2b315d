package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.Payloads.Part;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.BusyException;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.target.CircuitFormats;
import io.quantumexecutor.target.Pricing;
import io.quantumexecutor.target.Pricing.Estimate;
import io.quantumexecutor.target.ProviderInput;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.SentInput;
import io.quantumexecutor.target.SentInputFile;
import io.quantumexecutor.target.Translation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The input of a claimed job. The first attempt translates the submission, checks its price once
 * more and stores what it made of it; every later attempt sends what was stored, whatever its own
 * version would make of the submission.
 */
public final class PrepareInput {
  private final Payloads payloads;
  private final Translation translation;
  private final Pricing pricing;
  private final WorkLedger work;

  public PrepareInput(Payloads payloads, Translation translation, WorkLedger work) {
    this.payloads = payloads;
    this.translation = translation;
    this.pricing = new Pricing(translation);
    this.work = work;
  }

  /**
   * The input as it is stored now.
   *
   * @throws BusyException if there is no memory for it at the moment
   * @throws RefusedException if the submission cannot run, or costs more than its caller allows
   */
  SentInput prepare(Job job, Submission submission) {
    Optional<byte[]> earlier =
        job.progress().attempt() > 1 ? payloads.read(job.key(), Part.SUBMITTED) : Optional.empty();
    return SentInputFile.read(
        earlier.orElseGet(
            () ->
                payloads.writeOnce(
                    job.key(),
                    Part.SUBMITTED,
                    work.within(
                        WorkCost.of(submission),
                        () -> SentInputFile.write(made(job, submission))))));
  }

  /**
   * What this version makes of a submission.
   *
   * @throws RefusedException as {@link #prepare} does
   */
  public SentInput made(Job job, Submission submission) {
    ProviderInput input = translated(submission);
    Estimate estimate = pricing.estimate(input, submission);
    // A message is accepted without asking the workspace about targets that only it knows.
    pricing
        .refusal(estimate.quote(), input, submission)
        .ifPresent(
            overMaxCost -> {
              throw RefusedException.of(overMaxCost);
            });
    Map<String, Object> inputParams = new TreeMap<>(submission.inputParams());
    inputParams.putAll(input.inputParams());
    return new SentInput(
        new SentInput.Meaning(
            input.target().name(),
            input.target().provider(),
            input.format(),
            inputParams,
            new SentInput.Answer(
                submission.numShots(),
                seed(job, submission),
                input.layout(),
                input.registers(),
                CircuitFormats.outputs(submission.program()),
                CircuitFormats.outputTypes(submission.program())),
            new SentInput.Explanation(
                input.warnings(),
                estimate.facts(),
                estimate.quote(),
                translation.catalogueVersion())),
        input.content().bytes());
  }

  /** A program that needs more stack than there is will never get it. */
  private ProviderInput translated(Submission submission) {
    try {
      return translation.translate(submission);
    } catch (StackOverflowError e) {
      throw new RefusedException(
          "nested-too-deeply", "the program is nested too deeply to be translated", List.of());
    }
  }

  /** Without a seed of the caller's the job's id decides, so that a repetition draws the same. */
  private static long seed(Job job, Submission submission) {
    Long seed = submission.options().randomSeed();
    return seed == null ? job.key().id().value().getLeastSignificantBits() : seed;
  }
}
