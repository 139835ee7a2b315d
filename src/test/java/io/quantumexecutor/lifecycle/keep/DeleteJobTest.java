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
import io.quantumexecutor.lifecycle.Pace;
import io.quantumexecutor.lifecycle.World;
import io.quantumexecutor.lifecycle.accept.SubmitJob;
import io.quantumexecutor.workspace.FakeWorkspace;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeleteJobTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("aa", "fingerprint");
  private static final Duration SOON = Duration.ofSeconds(2);

  private final World world = new World();

  private Job finished(Job job) {
    world.useCases.dispatch().dispatch(job.key());
    world.workspace.finish(job.key().id(), "Succeeded", World.BELL_ANSWER);
    world.tick(SOON);
    assertThat(world.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    return world.now(job);
  }

  private Job finished() {
    return finished(world.accepted());
  }

  private boolean nothingIsLeftOf(Job job) {
    String id = job.key().id().toString();
    return world.ports.jobs().find(job.key()).isEmpty()
        && world.ports.jobs().submission(job.key()).isEmpty()
        && world.storage.container("results").names().stream().noneMatch(n -> n.contains(id))
        && !world.isActive(job);
  }

  @Test
  void delete_finishedJob_leavesNothing() {
    Job job = finished();

    assertThat(world.useCases.delete().delete(job.key())).isEqualTo(DeleteJob.Outcome.DELETED);

    assertThat(nothingIsLeftOf(job)).isTrue();
    assertThat(world.storage.table("jobs").all()).isEmpty();
    assertThat(world.useCases.delete().delete(job.key())).isEqualTo(DeleteJob.Outcome.UNKNOWN);
  }

  @Test
  void delete_unfinishedJob_isRefused() {
    Job job = world.submitted();

    assertThat(world.useCases.delete().delete(job.key())).isEqualTo(DeleteJob.Outcome.UNFINISHED);
    assertThat(world.now(job)).isEqualTo(job);
  }

  @Test
  void delete_thenReplayOfItsKey_saysDeletedForADay() {
    Job job = finished(((SubmitJob.Outcome.Accepted) world.submit(KEY)).job());
    world.useCases.delete().delete(job.key());

    world.tick(Duration.ofHours(24));
    assertThat(world.submit(KEY)).isEqualTo(new SubmitJob.Outcome.Deleted());

    world.tick(Duration.ofHours(24));
    assertThat(world.submit(KEY)).isInstanceOf(SubmitJob.Outcome.Accepted.class);
  }

  @Test
  void delete_diedAfterTheIntent_isFinishedByTheTimer() {
    Job job = finished();
    world
        .ports
        .active()
        .add(
            ActiveJob.deleting(
                FakeWorkspace.PARTITION, job.key(), world.clock.instant().plusSeconds(60)));

    world.tick(Duration.ofSeconds(61));

    assertThat(nothingIsLeftOf(job)).isTrue();
  }

  @Test
  void delete_diedAfterTheMark_readsAsAbsentAndIsFinishedByTheTimer() {
    Job job = finished();
    world
        .ports
        .active()
        .add(
            ActiveJob.deleting(
                FakeWorkspace.PARTITION, job.key(), world.clock.instant().plusSeconds(60)));
    world.ports.jobs().markDeleting(job);
    assertThat(world.ports.jobs().find(job.key())).isEmpty();

    world.tick(Duration.ofSeconds(61));

    assertThat(nothingIsLeftOf(job)).isTrue();
    assertThat(world.storage.table("jobs").all()).isEmpty();
  }

  @Test
  void tick_finishedLongAgo_isRemovedWithItsKeyOnceTheRetentionIsOver() {
    Job job = finished(((SubmitJob.Outcome.Accepted) world.submit(KEY)).job());

    world.tick(Duration.ofDays(90).minusHours(1));
    assertThat(world.ports.jobs().find(job.key())).isPresent();
    world.tick(Duration.ofDays(1).plusHours(1));

    assertThat(nothingIsLeftOf(job)).isTrue();
    assertThat(world.storage.table("jobs").all()).isEmpty();
    assertThat(world.storage.table("expiring").all()).isEmpty();
  }

  @Test
  void tick_refusedDropAndTombstone_expireToo() {
    world
        .useCases
        .submit()
        .refuse(World.OWNER, Failure.of("invalid", "no"), FakeWorkspace.PARTITION, KEY);
    JobKey never = new JobKey(World.OWNER, new JobIds(world.clock, new Random(3)).next());
    world
        .ports
        .active()
        .add(ActiveJob.accepted(FakeWorkspace.PARTITION, never, world.clock.instant()));
    world.tick(Duration.ofMinutes(11));
    assertThat(world.storage.table("jobs").all()).hasSize(3);

    world.tick(Duration.ofDays(92));

    assertThat(world.storage.table("jobs").all()).isEmpty();
    assertThat(world.storage.table("expiring").all()).isEmpty();
  }

  @Test
  void tick_jobCancelledBeforeItWasSubmitted_expiresToo() {
    Job job = world.accepted();
    world.useCases.cancel().cancel(job.key());

    assertThat(world.ports.expiring().due(LocalDate.MAX.withYear(9999), 9))
        .isEqualTo(List.of(Expiring.job(world.now(job), Pace.DEFAULT.retention())));
  }
}
