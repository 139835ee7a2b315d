package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobStore.Acceptance;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.Sweep;
import io.quantumexecutor.storage.LostAnswers.Seen;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A write that happened is a success, whatever became of its answer. */
final class LostAnswersTest {
  private static final Submission SUBMISSION = TestJobs.submission("x");

  private static final IdentityKey PARTITION = new IdentityKey("partition");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final TestJobs jobs = new TestJobs(new Owner("alice"));
  private final Supplier<String> writeIds = TestJobs.writeIds();
  private LostAnswers lossy;

  @AfterEach
  void everyTestLosesAnAnswer() {
    assertThat(lossy.fired()).isTrue();
  }

  private JobStore lossyStore(Seen seen) {
    lossy = new LostAnswers(storage.table("jobs"), seen);
    return new TableJobStore(lossy, storage.container("programs"), writeIds, line -> {});
  }

  private ActiveJobs lossyActiveJobs(Seen seen) {
    lossy = new LostAnswers(storage.table("activejobs"), seen);
    return new TableActiveJobs(lossy, writeIds, line -> {});
  }

  private JobStore store() {
    return new StorageClients(storage, writeIds, line -> {}).jobs();
  }

  private Job stored() {
    Job job = jobs.accepted();
    store().accept(job, SUBMISSION, null);
    return store().find(job.key()).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void accept_answerLost_isStored(Seen seen) {
    Job job = jobs.accepted();
    JobStore lossyStore = lossyStore(seen);

    Acceptance acceptance = lossyStore.accept(job, SUBMISSION, TestJobs.idempotencyKey("k"));

    assertThat(acceptance).isInstanceOf(Acceptance.Stored.class);
    Job next = ((Acceptance.Stored) acceptance).job().claimed(TestJobs.NOON);
    assertThat(lossyStore.update(next)).isEqualTo(store().find(job.key()).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void update_answerLost_isStored(Seen seen) {
    Job next = stored().claimed(TestJobs.NOON);

    assertThat(lossyStore(seen).update(next))
        .isEqualTo(store().find(next.key()).orElseThrow())
        .isEqualTo(next.stored(store().find(next.key()).orElseThrow().version()));
  }

  @ParameterizedTest
  @EnumSource
  void updateToTheEnd_answerLost_isStoredAndSecretErased(Seen seen) {
    Job job = jobs.accepted();
    Rows rows = storage.table("jobs");
    rows.insert(TableRow.of("alice", JobKeys.secret(job.key().id()), Map.of()));
    rows.insert(JobRows.encode(job).with(JobVersion.SECRET, true));
    Job end = store().find(job.key()).orElseThrow().ended(TestJobs.NOON, JobEnd.completed("Done"));

    lossyStore(seen).update(end);

    assertThat(store().find(job.key()).orElseThrow().isFinal()).isTrue();
    assertThat(rows.get("alice", JobKeys.secret(job.key().id()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void tombstone_answerLost_bars(Seen seen) {
    Job job = jobs.accepted();

    assertThat(lossyStore(seen).tombstone(job.key())).isTrue();
    assertThat(store().accept(job, SUBMISSION, null)).isEqualTo(new Acceptance.Barred());
  }

  @ParameterizedTest
  @EnumSource
  void activeRows_answerLost_areStored(Seen seen) {
    ActiveJob row = ActiveJob.accepted(PARTITION, jobs.key(), TestJobs.NOON);
    lossyActiveJobs(seen).add(row);
    ActiveJobs active = lossyActiveJobs(seen);

    ActiveJob next =
        active.update(active.find(PARTITION, row.key().id()).orElseThrow().resent(TestJobs.NOON));

    assertThat(active.find(PARTITION, row.key().id())).contains(next);
    assertThat(next.resends()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void sweep_answerLost_isMoved(Seen seen) {
    lossyActiveJobs(seen).bringForward(PARTITION, TestJobs.NOON);
    ActiveJobs active = lossyActiveJobs(seen);
    Sweep sweep = active.dueSweeps(TestJobs.NOON, 1).get(0);

    Sweep moved = active.move(sweep, TestJobs.NOON.plusSeconds(9), null).orElseThrow();

    assertThat(active.dueSweeps(TestJobs.NOON.plusSeconds(9), 1)).containsExactly(moved);
  }
}
