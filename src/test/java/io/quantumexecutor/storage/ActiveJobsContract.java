package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJob.Hold;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.ActiveJobs.Page;
import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.CollectTries;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the rows of unfinished jobs must do on any storage. */
abstract class ActiveJobsContract {
  private static final int MANY = 1_000;
  private static final Instant FAR = TestJobs.NOON.plusSeconds(1_000_000);

  private ActiveJobs active;
  private TestJobs jobs;
  private IdentityKey partition;

  /** An account with everything made. */
  abstract StorageAccount account();

  @BeforeEach
  void openTable(TestInfo test) {
    active = new StorageClients(account(), TestJobs.writeIds(), line -> {}).activeJobs();
    jobs = new TestJobs(TestJobs.ownerOf(test));
    partition = new IdentityKey(jobs.owner().key());
  }

  @Test
  void add_twice_keepsTheFirst() {
    ActiveJob row = row(TestJobs.NOON);
    active.add(row);
    active.add(row.dueAt(TestJobs.NOON.plusSeconds(60)));

    assertThat(find(row).due()).isEqualTo(TestJobs.NOON);
  }

  @Test
  void update_everyFact_isKept() {
    ActiveJob row = added(TestJobs.NOON);
    Hold hold =
        new Hold(
            TestJobs.NOON,
            TestJobs.NOON.plusNanos(1),
            2,
            "TargetUnavailable",
            "it's \"Unavailable\" 🚀 \u0007");

    ActiveJob held = active.update(row.resent(TestJobs.NOON).held(hold).buried(TestJobs.NOON));

    assertThat(find(row)).isEqualTo(held);
    assertThat(held.hold()).isEqualTo(hold);
    assertThat(held.burials()).isEqualTo(1);
    ActiveJob watched = active.update(held.watched(TestJobs.NOON));
    assertThat(find(row)).isEqualTo(watched);
    assertThat(watched.hold()).isNull();
  }

  @Test
  void update_triesToCollect_areKeptAndFound() {
    ActiveJob row = added(TestJobs.NOON);
    ActiveJob healthy = added(TestJobs.NOON);
    Instant until = TestJobs.NOON.plusSeconds(9);
    CollectTries tries =
        CollectTries.failed(null, TestJobs.NOON, until, "code", "it's \"why\" \u0007");

    ActiveJob stored =
        active.update(
            row.watched(FAR)
                .withCollecting(CollectTries.begun(tries, TestJobs.NOON.plusSeconds(1), until)));

    assertThat(find(row)).isEqualTo(stored);
    assertThat(stored.collecting().begun()).isEqualTo(1);
    assertThat(stored.collecting().tries()).isEqualTo(1);
    assertThat(uncollected(TestJobs.NOON)).contains(row.key()).doesNotContain(healthy.key());
    assertThat(uncollected(TestJobs.NOON.minusSeconds(1))).doesNotContain(row.key());
    active.update(stored.withCollecting(null));
    assertThat(uncollected(FAR)).doesNotContain(row.key());
  }

  private List<JobKey> uncollected(Instant now) {
    return active.uncollected(now, MANY).stream().map(ActiveJob::key).toList();
  }

  @Test
  void update_longError_isCut() {
    ActiveJob row = added(TestJobs.NOON);

    active.update(row.held(new Hold(TestJobs.NOON, TestJobs.NOON, 1, "code", "e".repeat(100_000))));

    assertThat(find(row).hold().lastError()).hasSizeLessThan(32_768).endsWith("e…");
  }

  @Test
  void update_oldVersion_isStale() {
    ActiveJob row = added(TestJobs.NOON);
    active.update(row.resent(TestJobs.NOON));

    assertThatExceptionOfType(StaleException.class)
        .isThrownBy(() -> active.update(row.buried(TestJobs.NOON)));
  }

  @Test
  void update_removed_isStale() {
    ActiveJob row = added(TestJobs.NOON);
    active.remove(partition, row.key().id());
    active.remove(partition, row.key().id());

    assertThatExceptionOfType(StaleException.class)
        .isThrownBy(() -> active.update(row.buried(TestJobs.NOON)));
    assertThat(active.find(partition, row.key().id())).isEmpty();
  }

  @Test
  void due_mixedTimes_givesWhatIsDueAndNoSweep() {
    ActiveJob exactly = added(TestJobs.NOON);
    ActiveJob watched = active.update(added(TestJobs.NOON).watched(TestJobs.NOON.minusMillis(1)));
    ActiveJob later = added(TestJobs.NOON.plusNanos(1));
    active.bringForward(partition, TestJobs.NOON.minusSeconds(1));

    assertThat(active.due(TestJobs.NOON, MANY))
        .contains(exactly, watched)
        .doesNotContain(later)
        .filteredOn(row -> row.partition().equals(partition))
        .hasSize(2);
  }

  @Test
  void due_limit_isKept() {
    for (int n = 0; n < 5; n++) {
      added(TestJobs.NOON);
    }

    assertThat(active.due(TestJobs.NOON, 3)).hasSize(3);
  }

  @Test
  void dueSweeps_onlyDueOnes() {
    IdentityKey later = new IdentityKey(partition + "later");
    active.bringForward(partition, TestJobs.NOON);
    active.bringForward(later, TestJobs.NOON.plusNanos(1));
    added(TestJobs.NOON);

    assertThat(active.dueSweeps(TestJobs.NOON, MANY))
        .extracting(Sweep::partition)
        .contains(partition)
        .doesNotContain(later);
  }

  @Test
  void watched_pages_giveEveryWatchedJobOnce() {
    List<ActiveJob> expected = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      expected.add(active.update(added(TestJobs.NOON).watched(TestJobs.NOON)));
      added(TestJobs.NOON);
    }
    active.bringForward(partition, TestJobs.NOON);

    List<ActiveJob> read = new ArrayList<>();
    Page page = active.watched(partition, Optional.empty(), 3);
    assertThat(page.rows()).hasSize(3);
    read.addAll(page.rows());
    while (page.cursor().isPresent()) {
      page = active.watched(partition, page.cursor(), 3);
      read.addAll(page.rows());
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void watched_nothing_isAnEmptyPage() {
    added(TestJobs.NOON);

    Page page = active.watched(partition, Optional.empty(), 3);

    assertThat(page.rows()).isEmpty();
    assertThat(page.cursor()).isEmpty();
  }

  @Test
  void watched_forgedCursor_isRefused() {
    assertThatExceptionOfType(BadCursorException.class)
        .isThrownBy(() -> active.watched(partition, Optional.of("' or 1 eq 1"), 3));
  }

  @Test
  void bringForward_laterThanIsSet_changesNothing() {
    active.bringForward(partition, TestJobs.NOON);
    Sweep before = sweep();

    active.bringForward(partition, TestJobs.NOON.plusSeconds(1));

    assertThat(sweep()).isEqualTo(before);
  }

  @Test
  void bringForward_earlier_moves() {
    active.bringForward(partition, TestJobs.NOON);

    active.bringForward(partition, TestJobs.NOON.minusSeconds(1));

    assertThat(sweep().due()).isEqualTo(TestJobs.NOON.minusSeconds(1));
  }

  @Test
  void move_twoInstances_oneWins() {
    active.bringForward(partition, TestJobs.NOON);
    Sweep sweep = sweep();
    Instant next = TestJobs.NOON.plusSeconds(30);

    Optional<Sweep> first = active.move(sweep, next, "here");
    Optional<Sweep> second = active.move(sweep, next, "here");

    assertThat(first.orElseThrow().due()).isEqualTo(next);
    assertThat(second).isEmpty();
    assertThat(active.sweepOf(partition).orElseThrow().cursor()).isEqualTo("here");
    assertThat(active.move(first.orElseThrow(), TestJobs.NOON, null)).isPresent();
  }

  private Sweep sweep() {
    return active.dueSweeps(FAR, MANY).stream()
        .filter(sweep -> sweep.partition().equals(partition))
        .findFirst()
        .orElseThrow();
  }

  private ActiveJob row(Instant due) {
    return ActiveJob.accepted(partition, jobs.key(), due);
  }

  private ActiveJob added(Instant due) {
    ActiveJob row = row(due);
    active.add(row);
    return find(row);
  }

  private ActiveJob find(ActiveJob row) {
    return active.find(partition, row.key().id()).orElseThrow();
  }
}
