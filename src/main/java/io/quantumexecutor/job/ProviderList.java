package io.quantumexecutor.job;

import io.quantumexecutor.job.QuantumWorkspace.ProviderJob;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the state of many jobs with as few calls as possible. */
final class ProviderList {
  /** Up to here one call for each job is cheaper than reading pages of other people's jobs. */
  private static final int FEW = 3;

  private static final int PAGE = 100;

  private ProviderList() {}

  /** What the workspace lists of these jobs; a job that is not in it is to be asked for alone. */
  static Map<JobId, ProviderJob> of(QuantumWorkspace workspace, List<ActiveJob> rows) {
    Map<JobId, ProviderJob> found = new HashMap<>();
    if (rows.size() <= FEW) {
      return found;
    }
    Set<JobId> wanted = new HashSet<>(rows.stream().map(row -> row.key().id()).toList());
    LocalDate since =
        wanted.stream()
            .min(JobId::compareTo)
            .orElseThrow()
            .madeAt()
            .atOffset(ZoneOffset.UTC)
            .toLocalDate();
    int skip = 0;
    List<ProviderJob> page;
    do {
      page = workspace.list(since, skip, PAGE);
      page.stream()
          .filter(job -> wanted.contains(job.id()))
          .forEach(job -> found.put(job.id(), job));
      skip += PAGE;
    } while (page.size() == PAGE && found.size() < wanted.size());
    return found;
  }
}
