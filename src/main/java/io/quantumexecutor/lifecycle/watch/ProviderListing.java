package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.watch.ListingStrategies.Cheaper;
import io.quantumexecutor.lifecycle.watch.ListingStrategies.StateFilter;
import io.quantumexecutor.workspace.ProviderStatus;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ListQuery;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderPage;
import io.quantumexecutor.workspace.QuantumWorkspace.Which;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a workspace's list beside our own rows: both are in order of creation, so that only
 * a bounded part of either is ever in memory. A job that the walk misses is to be asked for alone.
 *
 * <p>When the first pages show mostly jobs that are not ours, the filter by state is tried. It
 * counts as working while it lets no finished job through.
 */
final class ProviderListing {
  static final int PAGE = 100;

  /** While jobs finish, a filtered list gets shorter and what follows moves towards its start. */
  private static final int OVERLAP = 5;

  private static final int TRIAL = 3;
  private static final int REMEMBERED = 10_000;

  /** How far the clocks of the service and of our instances may differ. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  /** Most jobs reach the provider so soon after they were accepted. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private final QuantumWorkspace workspace;
  private final LocalDate since;
  private final Map<JobId, Seen> ahead = new LinkedHashMap<>();
  private StateFilter filter;
  private int skip;
  private int skipUnfiltered;
  private int pages;
  private int listed;
  private int matched;
  private int missed;
  private boolean ended;
  private @Nullable Instant reached;

  private record Seen(String word, Instant created) {}

  ProviderListing(QuantumWorkspace workspace, JobId oldest, StateFilter filter) {
    this.workspace = workspace;
    this.since = LocalDate.ofInstant(oldest.madeAt(), ZoneOffset.UTC);
    this.filter = filter;
  }

  /** Goes on where a sweep left off: passes over what is older than a job, by halving. */
  void seek(JobId first) {
    Instant from = first.madeAt().minus(SKEW);
    int low = 0;
    int high = PAGE;
    while (isBefore(high, from)) {
      low = high;
      high *= 2;
    }
    while (high - low > PAGE) {
      int middle = low + (high - low) / 2;
      if (isBefore(middle, from)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    skip = low;
  }

  private boolean isBefore(int position, Instant time) {
    pages++;
    ProviderPage one = workspace.list(new ListQuery(since, which(), position, 1));
    return one.jobs().stream()
        .anyMatch(job -> job.createdAt() != null && job.createdAt().isBefore(time));
  }

  /**
   * The listed word of a job that was created at the provider soon after it was accepted.
   *
   * @param patience read on for it until so many pages were read in all
   */
  Optional<String> statusOf(JobId id, long patience) {
    Seen known = ahead.remove(id);
    while (known == null && !ended && pages < patience && !isPast(id) && hasRoom(id)) {
      readPage();
      known = ahead.remove(id);
    }
    matched += known == null ? 0 : 1;
    return Optional.ofNullable(known).map(Seen::word);
  }

  /** As {@link #statusOf}, for a job that may have been created there long afterwards. */
  Optional<String> lateStatusOf(JobId id, long patience) {
    Seen known = ahead.remove(id);
    while (known == null && !ended && pages < patience && ahead.size() < REMEMBERED) {
      readPage();
      known = ahead.remove(id);
    }
    return Optional.ofNullable(known).map(Seen::word);
  }

  /** What was listed long before a job was accepted is neither it nor any that follows. */
  private boolean hasRoom(JobId id) {
    if (ahead.size() >= REMEMBERED) {
      Instant oldest = id.madeAt().minus(SKEW);
      ahead.values().removeIf(seen -> seen.created().isBefore(oldest));
    }
    return ahead.size() < REMEMBERED;
  }

  private boolean isPast(JobId id) {
    return reached != null && reached.isAfter(id.madeAt().plus(SLACK));
  }

  int pages() {
    return pages;
  }

  StateFilter filter() {
    return filter;
  }

  /** Which kind of look would have been cheaper for so many jobs. */
  Cheaper cheaperFor(long jobs) {
    return pages >= jobs ? Cheaper.SINGLE_CALLS : Cheaper.LIST;
  }

  private Which which() {
    return filter == StateFilter.WORKS ? Which.UNFINISHED : Which.ALL;
  }

  private void readPage() {
    if (filter == StateFilter.UNTRIED && listed >= TRIAL * PAGE && matched * 2 < listed) {
      skipUnfiltered = skip;
      filter = StateFilter.WORKS;
      skip = 0;
      reached = null;
    }
    try {
      take(workspace.list(new ListQuery(since, which(), skip, PAGE)));
    } catch (QuantumException e) {
      if (filter != StateFilter.WORKS || e.kind() != QuantumException.Kind.REJECTED) {
        throw e;
      }
      filterIsBroken();
    }
  }

  private void take(ProviderPage page) {
    pages++;
    listed += page.jobs().size();
    page.jobs().forEach(this::remember);
    long over = page.jobs().stream().filter(ProviderListing::isOver).count();
    // A job may finish while the service writes the page.
    if (filter == StateFilter.WORKS && over * 10 > page.jobs().size()) {
      filterIsBroken();
      return;
    }
    ended = page.last();
    skip += filter == StateFilter.WORKS ? PAGE - OVERLAP : PAGE;
  }

  private void remember(ProviderJob job) {
    Instant created = job.createdAt() == null ? job.id().madeAt() : job.createdAt();
    ahead.put(job.id(), new Seen(job.status(), created));
    reached = created;
  }

  /** An unfinished job was not in the list: a filter that hides many of them is of no use. */
  void missedUnfinished() {
    missed++;
    if (filter == StateFilter.WORKS && missed > PAGE / 10 + matched / 10) {
      filterIsBroken();
    }
  }

  private void filterIsBroken() {
    filter = StateFilter.BROKEN;
    skip = skipUnfiltered;
    ended = false;
  }

  static boolean isOver(ProviderJob seen) {
    return ProviderStatus.meaning(seen.status()).map(JobStatus::isFinal).orElse(false);
  }
}
