package io.quantumexecutor.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A checked submission without secrets: everything that dispatching and collecting need.
 *
 * @param target the target's canonical name
 * @param numShots repetitions, at least 1
 * @param parameters values of the circuit's inputs
 * @param inputParams the provider's own options, as JSON values, sent as they are
 */
public record Submission(
    Program program,
    String target,
    int numShots,
    Map<String, Double> parameters,
    Map<String, Object> inputParams,
    Options options) {
  public Submission {
    parameters = Map.copyOf(parameters);
  }

  /** The same for a target of that name. */
  public Submission withTarget(String name) {
    return new Submission(program, name, numShots, parameters, inputParams, options);
  }

  /** The same with the labels of a job, which may have been changed since it was submitted. */
  public Submission labelled(JobSummary job) {
    Options labelled =
        new Options(
            job.name(),
            job.tags(),
            job.priority(),
            options.randomSeed(),
            options.holdHours(),
            options.workspace(),
            options.terms());
    return new Submission(program, target, numShots, parameters, inputParams, labelled);
  }

  /**
   * What may be left out.
   *
   * @param priority {@code Standard} or {@code High}; null leaves it to the provider
   * @param randomSeed seeds our own sampling; null: the job id does
   * @param holdHours how long to keep the job while its target is unavailable
   * @param workspace resource id of a private workspace; null for the configured one
   * @param terms the conditions on which the caller wants the job
   */
  public record Options(
      @Nullable String name,
      List<String> tags,
      @Nullable String priority,
      @Nullable Long randomSeed,
      int holdHours,
      @Nullable String workspace,
      Terms terms) {
    /** A submission stored by an earlier version has no terms. */
    public Options {
      tags = List.copyOf(tags);
      terms = Objects.requireNonNullElse(terms, Terms.NONE);
    }
  }

  /**
   * The conditions on which a caller wants a job.
   *
   * @param maxCost what it may cost at most, null for no limit
   * @param whenUnavailable what to do while its target is unavailable
   * @param notice what the caller wants to be told of it
   */
  public record Terms(@Nullable CostLimit maxCost, WhenUnavailable whenUnavailable, Notice notice) {
    public static final Terms NONE = new Terms(null, WhenUnavailable.HOLD, Notice.PLAIN);

    /** Terms stored by an earlier version have no notice. */
    public Terms {
      notice = Objects.requireNonNullElse(notice, Notice.PLAIN);
    }
  }

  /** What to do with a job while its target is unavailable. */
  public enum WhenUnavailable {
    /** Keep it and submit it when the target opens. */
    HOLD,
    /** Do not accept it. */
    REJECT
  }
}
