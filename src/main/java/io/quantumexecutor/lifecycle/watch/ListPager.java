package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ListQuery;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderPage;
import io.quantumexecutor.workspace.QuantumWorkspace.Which;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads a workspace's list page by page, oldest jobs first, with or without the filter by state. It
 * knows where in the list it is and nothing of what the pages mean.
 */
final class ListPager {
  static final int PAGE = 100;

  /** While jobs finish, a filtered list gets shorter and what follows moves towards its start. */
  private static final int OVERLAP = 5;

  /** How far the clocks of the service and of our instances may differ. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private final QuantumWorkspace workspace;
  private final LocalDate since;
  private Place place = new Place(Which.ALL, 0);
  private int unfilteredSkip;
  private int calls;
  private boolean ended;

  private record Place(Which which, int skip) {}

  /**
   * A list that has not been read.
   *
   * @param oldest what was created before this job was accepted need not be read
   */
  ListPager(QuantumWorkspace workspace, JobId oldest) {
    this.workspace = workspace;
    this.since = LocalDate.ofInstant(createdAfter(oldest), ZoneOffset.UTC);
  }

  /**
   * The next page. At the start of the list, what is older than a job is passed over.
   *
   * @param oldest the oldest job that is looked for
   */
  List<ProviderJob> next(JobId oldest) {
    ProviderPage page = read(place.skip(), PAGE);
    if (place.skip() == 0 && !page.last() && isBefore(page, createdAfter(oldest))) {
      place = new Place(place.which(), positionOf(createdAfter(oldest)));
      page = read(place.skip(), PAGE);
    }
    ended = page.last();
    int step = isFiltered() ? PAGE - OVERLAP : PAGE;
    place = new Place(place.which(), place.skip() + step);
    return page.jobs();
  }

  /** Lists unfinished jobs alone from now on, from the first one. */
  void filter() {
    unfilteredSkip = place.skip();
    place = new Place(Which.UNFINISHED, 0);
    ended = false;
  }

  /** Lists all jobs again, from where the filter began. */
  void dropFilter() {
    place = new Place(Which.ALL, unfilteredSkip);
    ended = false;
  }

  boolean isFiltered() {
    return place.which() == Which.UNFINISHED;
  }

  /** Whether nothing follows. */
  boolean hasEnded() {
    return ended;
  }

  /** What it has cost so far. */
  int calls() {
    return calls;
  }

  private static Instant createdAfter(JobId id) {
    return id.madeAt().minus(SKEW);
  }

  /** How much of the list is older than that, about; found by doubling and halving. */
  private int positionOf(Instant time) {
    int low = PAGE;
    int high = 2 * PAGE;
    while (isBefore(read(high, 1), time)) {
      low = high;
      high *= 2;
    }
    while (high - low > PAGE) {
      int middle = low + (high - low) / 2;
      if (isBefore(read(middle, 1), time)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isBefore(ProviderPage page, Instant time) {
    return !page.jobs().isEmpty() && isBefore(page.jobs().get(page.jobs().size() - 1), time);
  }

  private static boolean isBefore(ProviderJob job, Instant time) {
    return job.createdAt() != null && job.createdAt().isBefore(time);
  }

  private ProviderPage read(int skip, int top) {
    calls++;
    return workspace.list(new ListQuery(since, place.which(), skip, top));
  }
}
