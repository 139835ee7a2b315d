package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.lifecycle.watch.CheckProviderStatus.Found;
import io.quantumexecutor.workspace.ProviderStatus;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.util.List;
import java.util.Optional;

/**
 * One look at the watched jobs of a workspace, as far as the time allows. Each step either reads a
 * page of the workspace's list, which settles all of our jobs on it that are not over, or asks for
 * the oldest job alone: those that the list does not show, or shows as over.
 */
final class SweepRun {
  private final WatchedRows rows;
  private final GuardedLook each;
  private final QuantumWorkspaces workspaces;
  private final SweepTime time;

  SweepRun(WatchedRows rows, GuardedLook each, QuantumWorkspaces workspaces, SweepTime time) {
    this.rows = rows;
    this.each = each;
    this.workspaces = workspaces;
    this.time = time;
  }

  /**
   * Looks until the jobs or the time are over.
   *
   * @param known what is known of the workspace's list
   * @return what is known of it now
   * @throws QuantumException if the workspace cannot be asked at the moment
   */
  ListingStrategy look(IdentityKey partition, ListingStrategy known) {
    Optional<QuantumWorkspace> opened = open(partition);
    if (opened.isEmpty()) {
      return known;
    }
    QuantumWorkspace workspace = opened.get();
    ListPager pager = new ListPager(workspace, rows.oldest().key().id());
    ListedStatuses list = new ListedStatuses(pager, rows, known);
    while (goesOn()) {
      step(workspace, list);
    }
    return list.learned(time.now());
  }

  /** Every run moves on by at least one job, however long the search for its place took. */
  private boolean goesOn() {
    return rows.fill() && (!time.isOver() || !rows.haveMovedOn());
  }

  /** By the first job that still can be reached; those that never can again are ended. */
  private Optional<QuantumWorkspace> open(IdentityKey partition) {
    while (goesOn()) {
      ActiveJob row = rows.oldest();
      try {
        return Optional.of(workspaces.open(partition, row.key()));
      } catch (QuantumException e) {
        if (e.kind() != QuantumException.Kind.REJECTED) {
          throw e;
        }
        each.unreachable(row, e);
        rows.done(row);
      }
    }
    return Optional.empty();
  }

  private void step(QuantumWorkspace workspace, ListedStatuses list) {
    if (list.isWorthReading() && time.allowsReading(rows.isAnyPassedOver())) {
      page(workspace, list.next());
      return;
    }
    ActiveJob row = rows.oldest();
    Found found = each.ask(workspace, row);
    rows.done(row);
    if (found == Found.UNFINISHED) {
      list.missedUnfinished();
    }
  }

  private void page(QuantumWorkspace workspace, List<ProviderJob> page) {
    for (ProviderJob job : page) {
      Optional<ActiveJob> waiting = rows.find(job.id());
      if (waiting.isPresent()) {
        listed(workspace, waiting.get(), job.status());
        if (time.isOver()) {
          return;
        }
      }
    }
  }

  /** A list has no signed addresses: a job that is over is asked for alone. */
  private void listed(QuantumWorkspace workspace, ActiveJob row, String word) {
    if (ProviderStatus.isFinal(word)) {
      each.ask(workspace, row);
    } else {
      each.compare(row, word);
    }
    rows.done(row);
  }
}
