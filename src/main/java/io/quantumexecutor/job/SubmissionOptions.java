package io.quantumexecutor.job;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a submission may leave out.
 *
 * @param name the caller's name for the job
 * @param priority {@code Standard} or {@code High}; null leaves it to the provider
 * @param randomSeed seeds our own sampling; null: the job id does
 * @param holdHours how long to keep the job while its target is unavailable
 * @param workspace resource id of a private workspace; null for the configured one
 * @param maxCost what the job may cost at most; null for no limit
 * @param whenUnavailable what to do while the target is unavailable
 * @param events which changes of state become events
 * @param callback address that is called at the end; null for none
 */
public record SubmissionOptions(
    @Nullable String name,
    List<String> tags,
    @Nullable String priority,
    @Nullable Long randomSeed,
    int holdHours,
    @Nullable String workspace,
    @Nullable CostLimit maxCost,
    WhenUnavailable whenUnavailable,
    EventFilter events,
    @Nullable URI callback) {
  public SubmissionOptions {
    tags = List.copyOf(tags);
  }

  /** The same with another limit and another receiver where they are given. */
  public SubmissionOptions renewed(@Nullable CostLimit limit, @Nullable URI receiver) {
    return new SubmissionOptions(
        name,
        tags,
        priority,
        randomSeed,
        holdHours,
        workspace,
        limit == null ? maxCost : limit,
        whenUnavailable,
        events,
        receiver == null ? callback : receiver);
  }

  /** The same with the labels of a job, which may have been changed since it was submitted. */
  SubmissionOptions labelled(JobSummary job) {
    return new SubmissionOptions(
        job.name(),
        job.tags(),
        job.priority(),
        randomSeed,
        holdHours,
        workspace,
        maxCost,
        whenUnavailable,
        events,
        callback);
  }
}
