package io.quantumexecutor.lifecycle.keep;

import io.quantumexecutor.job.JobSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a job.
 *
 * @param setsName whether the name changes
 * @param name the new name; null removes it
 * @param tags the new tags, null to leave them
 * @param priority the new priority, null to leave it
 */
public record JobChange(
    boolean setsName,
    @Nullable String name,
    @Nullable List<String> tags,
    @Nullable String priority) {

  JobSummary of(JobSummary before) {
    return before.relabelled(
        setsName ? name : before.name(),
        tags == null ? before.tags() : tags,
        priority == null ? before.priority() : priority);
  }
}
