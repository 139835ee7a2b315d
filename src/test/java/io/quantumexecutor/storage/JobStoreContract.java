package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobStore.Acceptance;
import io.quantumexecutor.job.JobStore.KnownKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.Submission;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the store of jobs must do on any storage. */
abstract class JobStoreContract {
  private static final IdempotencyKey KEY = TestJobs.idempotencyKey("key");
  private static final Submission SUBMISSION = TestJobs.submission("OPENQASM 2.0; qreg q[1];");

  private StorageAccount account;
  private JobStore store;
  private TestJobs jobs;

  /** An account with everything made. */
  abstract StorageAccount account();

  @BeforeEach
  void openStore(TestInfo test) {
    account = account();
    store = new StorageClients(account, TestJobs.writeIds(), line -> {}).jobs();
    jobs = new TestJobs(TestJobs.ownerOf(test));
  }

  @Test
  void accept_newJob_storesJobSubmissionAndKey() {
    Job job = jobs.accepted();

    Job stored = stored(store.accept(job, SUBMISSION, KEY));

    Job found = store.find(job.key()).orElseThrow();
    assertThat(found.stored("")).isEqualTo(job.stored("")).isEqualTo(stored.stored(""));
    assertThat(store.submission(job.key())).contains(SUBMISSION);
    assertThat(store.known(jobs.owner(), KEY.keyHash()))
        .contains(new KnownKey(job.key().id(), KEY.fingerprint()));
  }

  @Test
  void accept_keyTaken_namesTheFirstJobAndStoresNothing() {
    Job first = jobs.accepted();
    Job second = jobs.accepted();
    store.accept(first, SUBMISSION, KEY);

    Acceptance acceptance = store.accept(second, SUBMISSION, KEY);

    assertThat(acceptance)
        .isEqualTo(new Acceptance.KeyTaken(new KnownKey(first.key().id(), KEY.fingerprint())));
    assertThat(store.find(second.key())).isEmpty();
    assertThat(store.submission(second.key())).isEmpty();
  }

  @Test
  void accept_withoutKey_isNeverTaken() {
    assertThat(store.accept(jobs.accepted(), SUBMISSION, null))
        .isInstanceOf(Acceptance.Stored.class);
    assertThat(store.accept(jobs.accepted(), SUBMISSION, null))
        .isInstanceOf(Acceptance.Stored.class);
  }

  @Test
  void accept_fiftyAtOnceWithOneKey_storesOne() throws InterruptedException, ExecutionException {
    List<Acceptance> all = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(50);
    try {
      List<Future<Acceptance>> futures =
          IntStream.range(0, 50)
              .mapToObj(n -> pool.submit(() -> store.accept(jobs.accepted(), SUBMISSION, KEY)))
              .toList();
      for (Future<Acceptance> future : futures) {
        all.add(future.get());
      }
    } finally {
      pool.shutdownNow();
    }

    List<Acceptance> winners = all.stream().filter(Acceptance.Stored.class::isInstance).toList();
    assertThat(winners).hasSize(1);
    KnownKey known = new KnownKey(stored(winners.get(0)).key().id(), KEY.fingerprint());
    assertThat(all).filteredOn(new Acceptance.KeyTaken(known)::equals).hasSize(49);
  }

  @Test
  void accept_twiceForTheSameJob_isStoredBothTimes() {
    Job job = jobs.accepted();
    Submission large = TestJobs.submission(noise(200_000));
    store.accept(job, large, KEY);

    assertThat(store.accept(job, large, KEY)).isInstanceOf(Acceptance.Stored.class);
    assertThat(store.submission(job.key())).contains(large);
  }

  @Test
  void accept_fiveMegabytesOfNoise_comesBackWhole() {
    Job job = jobs.accepted();
    Submission large = TestJobs.submission(noise(5_000_000));

    store.accept(job, large, null);

    assertThat(store.submission(job.key()).orElseThrow().equals(large)).isTrue();
  }

  @Test
  void accept_largeProgramButKeyTaken_leavesNoBlob() {
    Job late = jobs.accepted();
    store.accept(jobs.accepted(), SUBMISSION, KEY);

    store.accept(late, TestJobs.submission(noise(200_000)), KEY);

    assertThat(account.container("programs").read(JobKeys.blob(late.key()))).isEmpty();
  }

  @Test
  void accept_oddTexts_comeBackUnchanged() {
    String odd = "it's \"odd\" 🚀 日本 \u0000\u0007\r\n\t \u2028 \\ \ud800 alone";
    Job job = jobs.accepted(TestJobs.NOON, odd, "ionq.simulator");
    Submission submission = TestJobs.submission(odd);

    store.accept(job, submission, null);

    assertThat(store.find(job.key()).orElseThrow().summary()).isEqualTo(job.summary());
    assertThat(store.submission(job.key())).contains(submission);
  }

  @Test
  void accept_endlessName_isCut() {
    Job job = jobs.accepted(TestJobs.NOON, "\u0007🚀".repeat(50_000), "ionq.simulator");

    store.accept(job, SUBMISSION, null);

    assertThat(store.find(job.key()).orElseThrow().summary().name())
        .startsWith("\u0007🚀")
        .endsWith("…")
        .hasSizeBetween(5_000, 32_000);
  }

  @Test
  void accept_afterTombstone_isBarred() {
    Job job = jobs.accepted();

    assertThat(store.tombstone(job.key())).isTrue();
    assertThat(store.tombstone(job.key())).isTrue();
    assertThat(store.accept(job, TestJobs.submission(noise(200_000)), KEY))
        .isEqualTo(new Acceptance.Barred());
    assertThat(store.find(job.key())).isEmpty();
    assertThat(store.submission(job.key())).isEmpty();
    assertThat(store.known(jobs.owner(), KEY.keyHash())).isEmpty();
  }

  @Test
  void tombstone_jobThere_isRefusedAndJobStays() {
    Job job = jobs.accepted();
    Submission large = TestJobs.submission(noise(200_000));
    store.accept(job, large, null);

    assertThat(store.tombstone(job.key())).isFalse();
    assertThat(store.find(job.key())).isPresent();
    assertThat(store.submission(job.key())).contains(large);
  }

  @Test
  void refuse_finalJob_isStoredWithItsKey() {
    Job refused = jobs.accepted().ended(TestJobs.NOON, failed(3));

    Job stored = stored(store.refuse(refused, KEY));

    assertThat(store.find(refused.key()).orElseThrow().stored(""))
        .isEqualTo(stored.stored(""))
        .isEqualTo(refused.stored(""));
    assertThat(store.submission(refused.key())).isEmpty();
    assertThat(store.refuse(jobs.accepted().ended(TestJobs.NOON, failed(3)), KEY))
        .isEqualTo(new Acceptance.KeyTaken(new KnownKey(refused.key().id(), KEY.fingerprint())));
  }

  @Test
  void find_otherOwner_isEmpty() {
    Job job = jobs.accepted();
    store.accept(job, SUBMISSION, null);

    assertThat(store.find(new JobKey(new Owner("somebodyelse"), job.key().id()))).isEmpty();
  }

  @Test
  void update_wholeLife_keepsEveryFact() {
    Job job = stored(store.accept(jobs.accepted(), SUBMISSION, null));

    job = store.update(job.claimed(TestJobs.NOON.plusSeconds(120)));
    job = store.update(job.submitted(TestJobs.NOON.plusNanos(1), "Waiting", "accepted"));
    job = store.update(job.observed(TestJobs.NOON.plusSeconds(2), "Odd", JobStatus.RUNNING));
    job = store.update(job.cancelRequested(TestJobs.NOON.plusSeconds(3)));
    job = store.update(job.ended(TestJobs.NOON.plusSeconds(4), failed(2)));

    assertThat(store.find(job.key())).contains(job);
  }

  @Test
  void update_oldVersion_isStale() {
    Job read = store(jobs.accepted());
    store.update(read.claimed(TestJobs.NOON));

    assertThatExceptionOfType(StaleException.class)
        .isThrownBy(() -> store.update(read.cancelRequested(TestJobs.NOON)));
    assertThat(store.find(read.key()).orElseThrow().isCancelRequested()).isFalse();
  }

  @Test
  void update_acceptedSinceChanged_isStale() {
    Job accepted = stored(store.accept(jobs.accepted(), SUBMISSION, null));
    store.update(store.find(accepted.key()).orElseThrow().claimed(TestJobs.NOON));

    assertThatExceptionOfType(StaleException.class)
        .isThrownBy(() -> store.update(accepted.cancelRequested(TestJobs.NOON)));
  }

  @Test
  void update_longTimelineAndSentences_staysReadable() {
    Job job = store(jobs.accepted());
    for (int n = 0; n < 100; n++) {
      job = job.observed(TestJobs.NOON, "word " + n, n % 2 == 0 ? JobStatus.RUNNING : job.status());
      job =
          new Job(
              job.key(),
              job.summary(),
              job.progress(),
              job.timeline().with(TestJobs.NOON, JobStatus.RUNNING, n + " \u0007🚀".repeat(3_000)),
              job.outbox(),
              job.version());
    }

    store.update(job);

    Job found = store.find(job.key()).orElseThrow();
    assertThat(found.timeline().entries()).hasSameSizeAs(job.timeline().entries());
    assertThat(found.timeline().entries().get(49).why()).startsWith("99 ").endsWith("…");
  }

  @Test
  void update_tenThousandProblems_keepsTheFirstAndCountsTheRest() {
    Job job = store(jobs.accepted());

    store.update(job.ended(TestJobs.NOON, failed(10_000)));

    Failure failure = store.find(job.key()).orElseThrow().progress().failure();
    int kept = failure.problems().size() - 1;
    assertThat(kept).isGreaterThan(100);
    assertThat(failure.problems().subList(0, kept)).isEqualTo(problems(kept));
    assertThat(failure.problems().get(kept).message())
        .startsWith(10_000 - kept + " more problems were left out");
  }

  @Test
  void accept_withSecret_keepsItUntilTheJobHasEnded() {
    byte[] sealed = {1, 2, 3};
    Job job = stored(store.accept(jobs.accepted(), SUBMISSION, Optional.of(sealed), KEY));
    assertThat(store.sealed(job.key())).hasValue(sealed);

    job = store.update(job.claimed(TestJobs.NOON));
    assertThat(store.sealed(job.key())).hasValue(sealed);
    store.update(job.ended(TestJobs.NOON, failed(1)));

    assertThat(store.sealed(job.key())).isEmpty();
  }

  @Test
  void accept_withSecretAndKeyTaken_keepsNothing() {
    store.accept(jobs.accepted(), SUBMISSION, KEY);
    Job second = jobs.accepted();

    Acceptance taken = store.accept(second, SUBMISSION, Optional.of(new byte[] {1}), KEY);

    assertThat(taken).isInstanceOf(Acceptance.KeyTaken.class);
    assertThat(store.sealed(second.key())).isEmpty();
  }

  @Test
  void update_finalWithSecret_erasesIt() {
    Job job = withSecret(jobs.accepted());

    job = store.update(job.claimed(TestJobs.NOON));
    assertThat(secretOf(job)).isTrue();
    job = store.update(job.ended(TestJobs.NOON, failed(1)));

    assertThat(secretOf(job)).isFalse();
    assertThat(store.find(job.key()).orElseThrow().stored("")).isEqualTo(job.stored(""));
  }

  @Test
  void update_finalWithSecretButStale_keepsIt() {
    Job job = withSecret(jobs.accepted());
    store.update(job.claimed(TestJobs.NOON));

    assertThatExceptionOfType(StaleException.class)
        .isThrownBy(() -> store.update(job.ended(TestJobs.NOON, failed(1))));
    assertThat(secretOf(job)).isTrue();
  }

  @Test
  void update_finalButSecretRemovedByHand_endsAllTheSame() {
    Job job = withSecret(jobs.accepted());
    account.table("jobs").delete(jobs.owner().key(), JobKeys.secret(job.key().id()));

    store.update(job.ended(TestJobs.NOON, failed(1)));

    assertThat(store.find(job.key()).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
  }

  private Job store(Job job) {
    store.accept(job, SUBMISSION, null);
    return store.find(job.key()).orElseThrow();
  }

  private Job withSecret(Job job) {
    Rows rows = account.table("jobs");
    String owner = job.key().owner().key();
    rows.insert(new Columns().text("sealed", "…").row(owner, JobKeys.secret(job.key().id())));
    rows.insert(JobRows.encode(job).with(JobVersion.SECRET, true));
    return store.find(job.key()).orElseThrow();
  }

  private boolean secretOf(Job job) {
    return account
        .table("jobs")
        .get(job.key().owner().key(), JobKeys.secret(job.key().id()))
        .isPresent();
  }

  private static Job stored(Acceptance acceptance) {
    assertThat(acceptance).isInstanceOf(Acceptance.Stored.class);
    return ((Acceptance.Stored) acceptance).job();
  }

  private static JobEnd failed(int problems) {
    return JobEnd.failed("Failed", new Failure("invalid-program", "No.", problems(problems)));
  }

  private static List<Problem> problems(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new Problem("/program", n + 1, 2, "gate nr. " + n + " isn't there"))
        .toList();
  }

  /** Text that gzip hardly shortens. */
  private static String noise(int length) {
    byte[] bytes = new byte[length / 2];
    new SplittableRandom(length).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
