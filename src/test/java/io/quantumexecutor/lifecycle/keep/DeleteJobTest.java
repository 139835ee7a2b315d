package io.quantumexecutor.lifecycle.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.RefusedMessage;
import io.quantumexecutor.workspace.FakeWorkspace;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeleteJobTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("aa", "fingerprint");
  private static final Duration SOON = Duration.ofSeconds(2);

  private final JobFixture fixture = new JobFixture();

  private Job finished(Job job) {
    fixture.useCases.dispatch().dispatch(job.key());
    fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);
    fixture.tick(SOON);
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    return fixture.now(job);
  }

  private Job finished() {
    return finished(fixture.accepted());
  }

  private boolean nothingIsLeftOf(Job job) {
    String id = job.key().id().toString();
    return fixture.ports.jobs().find(job.key()).isEmpty()
        && fixture.ports.jobs().submission(job.key()).isEmpty()
        && fixture.storage.container("results").names().stream().noneMatch(n -> n.contains(id))
        && !fixture.isActive(job);
  }

  @Test
  void delete_finishedJob_leavesNothing() {
    Job job = finished();

    assertThat(fixture.useCases.delete().delete(job.key())).isEqualTo(DeleteJob.Outcome.DELETED);

    assertThat(nothingIsLeftOf(job)).isTrue();
    assertThat(fixture.storage.table("jobs").all()).isEmpty();
    assertThat(fixture.useCases.delete().delete(job.key())).isEqualTo(DeleteJob.Outcome.UNKNOWN);
  }

  @Test
  void delete_unfinishedJob_isRefused() {
    Job job = fixture.submitted();

    assertThat(fixture.useCases.delete().delete(job.key())).isEqualTo(DeleteJob.Outcome.UNFINISHED);
    assertThat(fixture.now(job)).isEqualTo(job);
  }

  @Test
  void delete_thenReplayOfItsKey_saysDeletedForADay() {
    Job job = finished(((AcceptOutcome.JobAccepted) fixture.submit(KEY)).job());
    fixture.useCases.delete().delete(job.key());

    fixture.tick(Duration.ofHours(24));
    assertThat(fixture.submit(KEY)).isEqualTo(new AcceptOutcome.Deleted());

    fixture.tick(Duration.ofHours(24));
    assertThat(fixture.submit(KEY)).isInstanceOf(AcceptOutcome.JobAccepted.class);
  }

  @Test
  void delete_diedAfterTheIntent_isFinishedByTheTimer() {
    Job job = finished();
    fixture
        .ports
        .activeJobs()
        .add(
            ActiveJob.deleting(
                FakeWorkspace.PARTITION, job.key(), fixture.clock.instant().plusSeconds(60)));

    fixture.tick(Duration.ofSeconds(61));

    assertThat(nothingIsLeftOf(job)).isTrue();
  }

  @Test
  void delete_diedAfterTheMark_readsAsAbsentAndIsFinishedByTheTimer() {
    Job job = finished();
    fixture
        .ports
        .activeJobs()
        .add(
            ActiveJob.deleting(
                FakeWorkspace.PARTITION, job.key(), fixture.clock.instant().plusSeconds(60)));
    fixture.ports.jobs().markDeleting(job);
    assertThat(fixture.ports.jobs().find(job.key())).isEmpty();

    fixture.tick(Duration.ofSeconds(61));

    assertThat(nothingIsLeftOf(job)).isTrue();
    assertThat(fixture.storage.table("jobs").all()).isEmpty();
  }

  @Test
  void tick_finishedLongAgo_isRemovedWithItsKeyOnceTheRetentionIsOver() {
    Job job = finished(((AcceptOutcome.JobAccepted) fixture.submit(KEY)).job());

    fixture.tick(Duration.ofDays(90).minusHours(1));
    assertThat(fixture.ports.jobs().find(job.key())).isPresent();
    fixture.tick(Duration.ofDays(1).plusHours(1));

    assertThat(nothingIsLeftOf(job)).isTrue();
    assertThat(fixture.storage.table("jobs").all()).isEmpty();
    assertThat(fixture.storage.table("expiring").all()).isEmpty();
  }

  @Test
  void tick_refusedDropAndTombstone_expireToo() {
    fixture
        .useCases
        .accept()
        .refuse(
            JobFixture.OWNER,
            Failure.of("invalid", "no"),
            new RefusedMessage("m1", null, List.of()),
            FakeWorkspace.PARTITION,
            KEY);
    JobKey never = new JobKey(JobFixture.OWNER, new JobIds(fixture.clock, new Random(3)).next());
    fixture
        .ports
        .activeJobs()
        .add(ActiveJob.accepted(FakeWorkspace.PARTITION, never, fixture.clock.instant()));
    fixture.tick(Duration.ofMinutes(11));
    assertThat(fixture.storage.table("jobs").all()).hasSize(3);

    fixture.tick(Duration.ofDays(92));

    assertThat(fixture.storage.table("jobs").all()).isEmpty();
    assertThat(fixture.storage.table("expiring").all()).isEmpty();
  }

  @Test
  void tick_jobCancelledBeforeItWasSubmitted_expiresToo() {
    Job job = fixture.accepted();
    fixture.useCases.cancel().cancel(job.key());

    assertThat(fixture.ports.expiring().due(LocalDate.MAX.withYear(9999), 9))
        .isEqualTo(List.of(Expiring.job(fixture.now(job), JobTiming.DEFAULT.retention())));
  }
}
