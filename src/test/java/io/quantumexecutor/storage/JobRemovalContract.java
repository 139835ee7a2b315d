package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobStore.Acceptance;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.StaleException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What removing jobs must do on any storage. */
abstract class JobRemovalContract {
  private static final IdempotencyKey KEY = TestJobs.idempotencyKey("key");

  private JobStore store;
  private Payloads payloads;
  private TestJobs jobs;

  /** An account with everything made. */
  abstract StorageAccount account();

  @BeforeEach
  void openStore(TestInfo test) {
    StorageClients clients = new StorageClients(account(), TestJobs.writeIds(), line -> {});
    store = clients.jobs();
    payloads = clients.payloads();
    jobs = new TestJobs(TestJobs.ownerOf(test));
  }

  private Job accepted() {
    Job job = jobs.accepted();
    Acceptance acceptance = store.accept(job, TestJobs.submission("qreg q[1];"), KEY);
    return ((Acceptance.Stored) acceptance).job();
  }

  @Test
  void markDeleting_job_isNotThereForAnybodyButItsKeyIs() {
    Job job = accepted();

    store.markDeleting(job);

    assertThat(store.find(job.key())).isEmpty();
    assertThat(store.known(jobs.owner(), KEY.keyHash())).isPresent();
    assertThat(store.accept(job, TestJobs.submission("qreg q[2];"), null))
        .isEqualTo(new Acceptance.Barred());
  }

  @Test
  void markDeleting_jobThatWasChanged_isStale() {
    Job job = accepted();
    store.update(job.claimed(TestJobs.NOON));

    assertThatExceptionOfType(StaleException.class).isThrownBy(() -> store.markDeleting(job));
    assertThat(store.find(job.key())).isPresent();
  }

  @Test
  void remove_markedJob_takesEverythingButTheKeyAndMayBeRepeated() {
    Job job = accepted();
    store.markDeleting(job);

    store.remove(job.key());
    store.remove(job.key());

    assertThat(store.submission(job.key())).isEmpty();
    assertThat(store.known(jobs.owner(), KEY.keyHash())).isPresent();
    assertThat(store.tombstone(job.key())).isTrue();
  }

  @Test
  void forgetKey_ofThisJobOnly_removesIt() {
    Job job = accepted();

    store.forgetKey(jobs.key(), KEY.keyHash());
    assertThat(store.known(jobs.owner(), KEY.keyHash())).isPresent();
    store.forgetKey(job.key(), KEY.keyHash());

    assertThat(store.known(jobs.owner(), KEY.keyHash())).isEmpty();
  }

  @Test
  void removeTombstone_ofATombstoneOnly_removesIt() {
    Job job = accepted();
    Job barred = jobs.accepted();
    store.tombstone(barred.key());

    store.removeTombstone(job.key());
    store.removeTombstone(barred.key());

    assertThat(store.find(job.key())).isPresent();
    assertThat(store.accept(barred, TestJobs.submission("qreg q[1];"), null))
        .isInstanceOf(Acceptance.Stored.class);
  }

  @Test
  void deletePayloads_someOfThem_takesAllOfThisJobOnly() {
    Job job = accepted();
    Job other = jobs.accepted();
    payloads.write(job.key(), Payloads.Part.RAW, new byte[1]);
    payloads.write(other.key(), Payloads.Part.RAW, new byte[1]);

    payloads.delete(job.key());
    payloads.delete(job.key());

    assertThat(payloads.read(job.key(), Payloads.Part.RAW)).isEmpty();
    assertThat(payloads.read(other.key(), Payloads.Part.RAW)).isPresent();
  }
}
