package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.lifecycle.watch.ListingStrategy.Cheaper;
import io.quantumexecutor.lifecycle.watch.ListingStrategy.StateFilter;
import io.quantumexecutor.workspace.ProviderStatus;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import java.time.Instant;
import java.util.List;

/**
 * What the workspace's list says of our jobs, for as long as reading it is cheaper than a call for
 * each, and what is learned about the list on the way.
 *
 * <p>When its pages show mostly jobs that are not ours, the filter by state is tried. It counts as
 * working while it lets no finished job through and hides no unfinished one.
 */
final class ListedStatuses {
  /** Up to here one call for each job is cheaper than reading pages of other people's jobs. */
  private static final int FEW = 3;

  private static final int TRIAL = 3 * ListPager.PAGE;

  /** One in so many may contradict the filter: jobs finish while the service writes a page. */
  private static final int TOLERANCE = 10;

  private final ListPager pager;
  private final WatchedRows rows;
  private final ListingStrategy before;
  private final Instant start;
  private StateFilter filter;
  private int listed;
  private int ours;
  private int hidden;
  private int fruitless;

  /**
   * A list that has not been read.
   *
   * @param rows the jobs to look for, at least one
   * @param before what earlier sweeps learned of it
   */
  ListedStatuses(ListPager pager, WatchedRows rows, ListingStrategy before) {
    this.pager = pager;
    this.rows = rows;
    this.before = before;
    this.start = rows.isContinued() ? rows.oldest().key().id().madeAt() : Instant.MIN;
    this.filter = before.filter();
    if (filter == StateFilter.WORKS) {
      pager.filter();
    }
  }

  /**
   * Whether another page is likely to save calls: not once it has cost as many as there are jobs,
   * or as many in vain as there are jobs left to look for.
   */
  boolean isWorthReading() {
    return before.cheaper() == Cheaper.LIST
        && rows.count() > FEW
        && !pager.hasEnded()
        && pager.calls() < rows.count()
        && fruitless < rows.waiting();
  }

  /** The next page; empty where the service refuses the filter, which is then no longer used. */
  List<ProviderJob> next() {
    if (filter == StateFilter.UNTRIED && listed >= TRIAL && ours * 2 < listed) {
      filter = StateFilter.WORKS;
      pager.filter();
    }
    try {
      List<ProviderJob> page = pager.next(rows.oldest().key().id());
      count(page);
      return page;
    } catch (QuantumException e) {
      if (!pager.isFiltered() || e.kind() != QuantumException.Kind.REJECTED) {
        throw e;
      }
      distrustFilter();
      return List.of();
    }
  }

  private void count(List<ProviderJob> page) {
    int found =
        (int) page.stream().map(ProviderJob::id).filter(id -> rows.find(id).isPresent()).count();
    listed += (int) page.stream().filter(job -> !isOlder(job)).count();
    ours += found;
    fruitless = found == 0 ? fruitless + 1 : 0;
    long over = page.stream().filter(job -> ProviderStatus.isFinal(job.status())).count();
    if (pager.isFiltered() && over * TOLERANCE > page.size()) {
      distrustFilter();
    }
  }

  /** Whether it lies before the place where an earlier look stopped; the search is not exact. */
  private boolean isOlder(ProviderJob job) {
    return job.createdAt() != null && job.createdAt().isBefore(start);
  }

  /** A job that was asked for alone is not finished: a list that has ended ought to have had it. */
  void missedUnfinished() {
    hidden += pager.hasEnded() ? 1 : 0;
    if (pager.isFiltered() && hidden > (ListPager.PAGE + ours) / TOLERANCE) {
      distrustFilter();
    }
  }

  private void distrustFilter() {
    filter = StateFilter.BROKEN;
    fruitless = 0;
    pager.dropFilter();
  }

  /** Which kind of look is cheaper shows only in a look at all jobs. */
  ListingStrategy learned(Instant now) {
    if (pager.calls() == 0) {
      return before;
    }
    Cheaper all = pager.calls() >= rows.count() ? Cheaper.SINGLE_CALLS : Cheaper.LIST;
    return new ListingStrategy(now, filter, rows.isWhole() ? all : before.cheaper());
  }
}
