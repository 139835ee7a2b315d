package io.quantumexecutor.job;

import io.quantumexecutor.job.QuantumWorkspace.ProviderJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all watched jobs of one workspace. Moving the sweep's due time is the claim; nothing is
 * written for a job that did not change.
 */
final class SweepPartition {
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int PAGE = 500;

  private final JobPorts ports;
  private final CollectResult collect;
  private final RowChanges rows;
  private final InstantSource clock;

  SweepPartition(JobPorts ports, CollectResult collect, JobSteps steps) {
    this.ports = ports;
    this.collect = collect;
    this.rows = new RowChanges(ports.active());
    this.clock = steps.clock();
  }

  /**
   * One look, unless another instance takes it.
   *
   * @param troubles what went wrong with single jobs is added here
   * @return how many jobs ended
   */
  int sweep(Sweep due, Instant stop, List<String> troubles) {
    Optional<Sweep> claimed = ports.active().move(due, clock.instant().plus(PAUSE));
    if (claimed.isEmpty()) {
      return 0;
    }
    Duration next = PAUSE;
    try {
      Look look = new Look(stop, troubles);
      boolean any = look.partition(due.partition());
      next = any ? BUSY : IDLE;
      return look.ended;
    } catch (QuantumException e) {
      next = e.retryAfter().filter(d -> d.compareTo(PAUSE) > 0).orElse(PAUSE);
      throw e;
    } finally {
      ports.active().move(claimed.get(), clock.instant().plus(next));
    }
  }

  private final class Look {
    private final Instant stop;
    private final List<String> troubles;
    private int ended;

    Look(Instant stop, List<String> troubles) {
      this.stop = stop;
      this.troubles = troubles;
    }

    /** Whether the partition has any watched job. */
    boolean partition(String partition) {
      Optional<String> cursor = Optional.empty();
      boolean any = false;
      do {
        ActiveJobs.Page page = ports.active().watched(partition, cursor, PAGE);
        if (!page.rows().isEmpty()) {
          any = true;
          page(partition, page.rows());
        }
        cursor = page.cursor();
      } while (cursor.isPresent() && clock.instant().isBefore(stop));
      return any;
    }

    private void page(String partition, List<ActiveJob> page) {
      Optional<QuantumWorkspace> opened = open(partition, page);
      if (opened.isEmpty()) {
        return;
      }
      QuantumWorkspace workspace = opened.get();
      Map<JobId, ProviderJob> listed = ProviderList.of(workspace, page);
      for (ActiveJob row : page) {
        if (clock.instant().isAfter(stop)) {
          return;
        }
        try {
          ended += look(workspace, row, listed.get(row.key().id())) ? 1 : 0;
        } catch (StaleException | StorageTroubleException e) {
          troubles.add("job " + row.key().id() + ": " + e.getMessage());
        }
      }
    }

    /** By the first job that still can be reached; those that never can again are ended. */
    private Optional<QuantumWorkspace> open(String partition, List<ActiveJob> page) {
      for (ActiveJob row : page) {
        try {
          return Optional.of(ports.workspaces().open(partition, row.key()));
        } catch (QuantumException e) {
          if (e.kind() != QuantumException.Kind.REJECTED) {
            throw e;
          }
          troubles.add("job " + row.key().id() + ": " + e.getMessage());
          Optional<Job> job = ports.jobs().find(row.key());
          ended += job.isPresent() && collect.unreachable(job.get(), e) ? 1 : 0;
        }
      }
      return Optional.empty();
    }

    private boolean look(QuantumWorkspace workspace, ActiveJob row, @Nullable ProviderJob listed) {
      // A list has no signed addresses: a job that is over is read alone.
      Optional<ProviderJob> seen =
          listed == null || isOver(listed) ? workspace.find(row.key().id()) : Optional.of(listed);
      ActiveJob.Watch before = row.watch();
      if (before.missingSince() == null
          && seen.map(now -> now.status().equals(before.seen())).orElse(false)) {
        return false;
      }
      Job job = ports.jobs().find(row.key()).orElseThrow(() -> new StaleException("the job"));
      return seen.isPresent()
          ? seen(job, row, seen.get())
          : collect.missing(job, row, "the provider no longer knows the job");
    }

    private boolean seen(Job job, ActiveJob row, ProviderJob seen) {
      if (isOver(seen) || job.isFinal()) {
        return collect.collect(job, row, seen);
      }
      if (!seen.status().equals(job.progress().providerStatus())) {
        JobStatus meaning = ProviderWords.meaning(seen.status()).orElse(job.status());
        ports.jobs().update(job.observed(clock.instant(), seen.status(), meaning));
      }
      rows.change(row, latest -> latest.saw(new ActiveJob.Watch(seen.status(), null)));
      return false;
    }
  }

  private static boolean isOver(ProviderJob seen) {
    return ProviderWords.meaning(seen.status()).map(JobStatus::isFinal).orElse(false);
  }
}
