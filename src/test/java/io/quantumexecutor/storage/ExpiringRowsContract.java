package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.Expiring.Kind;
import io.quantumexecutor.job.ExpiringRows;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the list of expiring things must do on any storage. */
abstract class ExpiringRowsContract {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

  private ExpiringRows expiring;
  private TestJobs jobs;

  /** An account with everything made and nothing in it that expires. */
  abstract StorageAccount account();

  @BeforeEach
  void open(TestInfo test) {
    expiring = new StorageClients(account(), TestJobs.writeIds(), line -> {}).expiring();
    jobs = new TestJobs(TestJobs.ownerOf(test));
    expiring.due(LocalDate.parse("9999-12-31"), 1_000).forEach(expiring::remove);
  }

  private Expiring on(LocalDate day, Kind kind) {
    return new Expiring(day, kind, jobs.key(), kind == Kind.KEY ? "abc" : null);
  }

  @Test
  void due_daysThatHaveCome_areGivenOldestFirst() {
    Expiring later = on(MONDAY.plusDays(1), Kind.JOB);
    Expiring today = on(MONDAY, Kind.KEY);
    Expiring before = on(MONDAY.minusDays(200), Kind.TOMBSTONE);
    List.of(later, today, before).forEach(expiring::add);

    assertThat(expiring.due(MONDAY, 10)).containsExactly(before, today);
    assertThat(expiring.due(MONDAY, 1)).containsExactly(before);
  }

  @Test
  void add_again_isHarmlessAndRemoveAgainToo() {
    Expiring job = on(MONDAY, Kind.JOB);
    expiring.add(job);
    expiring.add(job);
    assertThat(expiring.due(MONDAY, 10)).containsExactly(job);

    expiring.remove(job);
    expiring.remove(job);

    assertThat(expiring.due(MONDAY, 10)).isEmpty();
  }
}
