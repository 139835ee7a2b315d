package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobStore.JobPage;
import io.quantumexecutor.job.JobStore.JobQuery;
import io.quantumexecutor.job.Owner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** How jobs are listed on any storage. */
abstract class JobListContract {
  private static final JobQuery ALL = new JobQuery(null, null, null, null, null, null, 10, null);

  private JobStore store;
  private TestJobs jobs;

  /** An account with everything made. */
  abstract StorageAccount account();

  @BeforeEach
  void openStore(TestInfo test) {
    store = new StorageClients(account(), TestJobs.writeIds(), line -> {}).jobs();
    jobs = new TestJobs(TestJobs.ownerOf(test));
  }

  @Test
  void list_pages_giveEveryJobOnceNewestFirst() {
    List<String> newestFirst = new ArrayList<>();
    for (int n = 0; n < 25; n++) {
      newestFirst.add(0, accept("job " + n, n));
    }

    assertThat(names(readAll(ALL))).isEqualTo(newestFirst);
  }

  @Test
  void list_exactlyOnePage_hasNoCursor() {
    for (int n = 0; n < 10; n++) {
      accept("job " + n, n);
    }

    JobPage page = store.list(jobs.owner(), ALL);

    assertThat(page.jobs()).hasSize(10);
    assertThat(page.cursor()).isEmpty();
  }

  @Test
  void list_otherRows_areNotJobs() {
    accept("job", 0);
    store.tombstone(jobs.key());

    assertThat(names(readAll(ALL))).containsExactly("job");
  }

  @Test
  void list_otherOwner_seesNothing() {
    accept("job", 0);

    assertThat(store.list(new Owner("nobody"), ALL).jobs()).isEmpty();
  }

  @Test
  void list_newJobsBetweenPages_neitherRepeatNorHideOlderOnes() {
    for (int n = 0; n < 20; n++) {
      accept("old " + n, n);
    }
    JobPage first = store.list(jobs.owner(), ALL);
    for (int n = 0; n < 5; n++) {
      accept("new " + n, 100 + n);
    }

    JobPage second = store.list(jobs.owner(), after(ALL, first.cursor()));

    assertThat(names(second.jobs())).hasSize(10).startsWith("old 9").endsWith("old 0");
  }

  @Test
  void list_filters_keepWhatMatches() {
    accept("It's Grover's", 0);
    accept("Bell", 1);
    store.accept(
        jobs.accepted(TestJobs.NOON, "bell on hardware", "ionq.qpu"),
        TestJobs.submission("x"),
        null);

    assertThat(names(readAll(query(null, "IONQ.Simulator", null, null))))
        .containsExactly("Bell", "It's Grover's");
    assertThat(names(readAll(query(null, null, "BELL", null))))
        .containsExactlyInAnyOrder("Bell", "bell on hardware");
    assertThat(names(readAll(query(null, null, "'s g", null)))).containsExactly("It's Grover's");
    assertThat(readAll(query(null, null, null, "it's 🚀"))).hasSize(3);
    assertThat(readAll(query(null, null, null, "it's"))).isEmpty();
    assertThat(readAll(query(JobStatus.FAILED, null, null, null))).isEmpty();
    assertThat(readAll(query(JobStatus.QUEUED, null, null, null))).hasSize(3);
  }

  @Test
  void list_createdBetween_isExclusive() {
    for (int n = 0; n < 10; n++) {
      accept("job " + n, 120L * n);
    }
    JobQuery between = new JobQuery(null, null, null, null, second(240), second(600), 10, null);

    assertThat(names(readAll(between))).containsExactly("job 4", "job 3");
  }

  @Test
  void list_forgedCursors_areRefused() {
    for (int n = 0; n < 12; n++) {
      accept("job " + n, n);
    }
    String genuine = store.list(jobs.owner(), ALL).cursor().orElseThrow();
    char other = genuine.charAt(3) == 'A' ? 'B' : 'A';
    List<String> forged =
        List.of(
            "",
            "AAAA",
            "k-00",
            "' or PartitionKey ne '",
            genuine + "AAAA",
            genuine.substring(4),
            genuine.substring(0, 3) + other + genuine.substring(4),
            genuine + genuine,
            "x".repeat(100_000));

    for (String cursor : forged) {
      assertThatExceptionOfType(BadCursorException.class)
          .as(cursor)
          .isThrownBy(() -> store.list(jobs.owner(), after(ALL, Optional.of(cursor))))
          .withMessageContaining("start again without a cursor");
    }
  }

  @Test
  void list_cursorOfAnotherOwner_isRefused() {
    for (int n = 0; n < 12; n++) {
      accept("job " + n, n);
    }
    Optional<String> genuine = store.list(jobs.owner(), ALL).cursor();

    assertThat(genuine).isPresent();
    assertThatExceptionOfType(BadCursorException.class)
        .isThrownBy(() -> store.list(new Owner("other"), after(ALL, genuine)));
  }

  @Test
  void list_cursorMadeUpFromAnotherOwners_showsOwnJobsAtMost() {
    for (int n = 0; n < 12; n++) {
      accept("job " + n, n);
    }
    Owner other = new Owner(jobs.owner() + "x");
    store.accept(
        new TestJobs(other).accepted(second(-60), "own", "ionq.simulator"),
        TestJobs.submission("x"),
        null);
    String place = decoded(store.list(jobs.owner(), ALL).cursor().orElseThrow());
    String key = place.substring(place.indexOf('/'));

    for (String keys : List.of(other + key, other + "/j-" + "0".repeat(32))) {
      JobPage page = store.list(other, after(ALL, Optional.of(encoded(keys))));
      assertThat(page.jobs()).extracting(job -> job.key().owner()).containsOnly(other);
    }
    for (String keys : List.of(place, jobs.owner() + "/j-", "/" + key, place + "/" + key)) {
      assertThatExceptionOfType(BadCursorException.class)
          .as(keys)
          .isThrownBy(() -> store.list(other, after(ALL, Optional.of(encoded(keys)))));
    }
  }

  private static String decoded(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
  }

  private static String encoded(String keys) {
    return Base64.getUrlEncoder().encodeToString(keys.getBytes(StandardCharsets.US_ASCII));
  }

  private String accept(String name, long second) {
    Job job = jobs.accepted(second(second), name, "ionq.simulator");
    store.accept(job, TestJobs.submission("x"), null);
    return name;
  }

  private static Instant second(long second) {
    return TestJobs.NOON.plusSeconds(second);
  }

  private static JobQuery query(JobStatus status, String backend, String name, String tag) {
    return new JobQuery(status, backend, name, tag, null, null, 10, null);
  }

  private static JobQuery after(JobQuery query, Optional<String> cursor) {
    return new JobQuery(
        query.status(),
        query.backend(),
        query.name(),
        query.tag(),
        query.createdAfter(),
        query.createdBefore(),
        query.limit(),
        cursor.orElse(null));
  }

  private List<Job> readAll(JobQuery query) {
    JobPage page = store.list(jobs.owner(), query);
    List<Job> all = new ArrayList<>(page.jobs());
    while (page.cursor().isPresent()) {
      page = store.list(jobs.owner(), after(query, page.cursor()));
      all.addAll(page.jobs());
    }
    return all;
  }

  private static List<String> names(List<Job> jobs) {
    return jobs.stream().map(job -> job.summary().name()).toList();
  }
}
