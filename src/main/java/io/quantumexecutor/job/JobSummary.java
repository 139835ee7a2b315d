package io.quantumexecutor.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of jobs shows of a submission.
 *
 * @param createdAt when it was accepted
 * @param name the caller's name for it
 * @param priority {@code Standard} or {@code High}; null leaves it to the provider
 * @param backend the target's name in its canonical spelling; null only for a refused message drop
 * @param numShots requested repetitions; 0 only for a refused message drop
 * @param holdUntil how long it is kept while the provider cannot take it
 * @param partition the identity key: which workspace, reached as whom; the partition of its active
 *     row
 * @param origin where it came from
 */
public record JobSummary(
    Instant createdAt,
    @Nullable String name,
    List<String> tags,
    @Nullable String priority,
    @Nullable String backend,
    int numShots,
    Instant holdUntil,
    String partition,
    JobOrigin origin) {
  public JobSummary {
    tags = List.copyOf(tags);
  }

  /** The same with other labels. */
  public JobSummary relabelled(
      @Nullable String newName, List<String> newTags, @Nullable String newPriority) {
    return new JobSummary(
        createdAt, newName, newTags, newPriority, backend, numShots, holdUntil, partition, origin);
  }
}
