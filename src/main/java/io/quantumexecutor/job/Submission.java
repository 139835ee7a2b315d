package io.quantumexecutor.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A checked submission without secrets: everything that dispatching and collecting need.
 *
 * @param target the target's canonical name
 * @param numShots repetitions, at least 1
 * @param parameters values of the circuit's inputs
 * @param inputParams the provider's own options, as JSON values, sent as they are
 * @param options what the caller may leave out
 */
public record Submission(
    Program program,
    String target,
    int numShots,
    Map<String, Double> parameters,
    Map<String, Object> inputParams,
    SubmissionOptions options) {
  public Submission {
    // Not Map.copyOf: names of one hash make its search a squared one.
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The same for a target of that name. */
  public Submission withTarget(String name) {
    return new Submission(program, name, numShots, parameters, inputParams, options);
  }

  /** The same with other options. */
  public Submission withOptions(SubmissionOptions others) {
    return new Submission(program, target, numShots, parameters, inputParams, others);
  }

  /** The same with the labels of a job, which may have been changed since it was submitted. */
  public Submission labelled(JobSummary job) {
    return withOptions(options.labelled(job));
  }
}
