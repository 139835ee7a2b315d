package io.quantumexecutor.lifecycle.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Origin;
import io.quantumexecutor.lifecycle.World;
import io.quantumexecutor.workspace.FakeWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmitJobTest {
  private final World world = new World();

  @Test
  void submit_newSubmission_isStoredAndAnnounced() {
    Job job = world.accepted();

    assertThat(world.now(job).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(world.isActive(job)).isTrue();
    assertThat(world.messages())
        .containsExactly("{\"job_id\":\"" + job.key().id() + "\",\"owner\":\"alice\"}");
  }

  @Test
  void submit_sameKeyFiftyTimesAtOnce_makesOneJob() throws Exception {
    IdempotencyKey key = new IdempotencyKey("ab12", "body");
    ExecutorService threads = Executors.newFixedThreadPool(50);
    List<Future<SubmitJob.Outcome>> outcomes =
        threads.invokeAll(
            IntStream.range(0, 50)
                .<java.util.concurrent.Callable<SubmitJob.Outcome>>mapToObj(
                    i -> () -> world.submit(key))
                .toList());
    threads.shutdown();

    assertThat(outcomes)
        .extracting(outcome -> ((SubmitJob.Outcome.Accepted) outcome.get()).job().key().id())
        .containsOnly(((SubmitJob.Outcome.Accepted) outcomes.get(0).get()).job().key().id());
    assertThat(world.ports.active().due(world.clock.instant().plusSeconds(3600), 100)).hasSize(1);
    assertThat(world.messages()).hasSize(1);
  }

  @Test
  void submit_sameKeyOtherBody_isRefused() {
    world.submit(new IdempotencyKey("ab12", "body"));

    assertThat(world.submit(new IdempotencyKey("ab12", "another body")))
        .isInstanceOf(SubmitJob.Outcome.KeyReused.class);
  }

  @Test
  void submit_replayAfterTheActiveRowWasLost_makesItAgain() {
    IdempotencyKey key = new IdempotencyKey("ab12", "body");
    Job job = ((SubmitJob.Outcome.Accepted) world.submit(key)).job();
    world.ports.active().remove(FakeWorkspace.PARTITION, job.key().id());

    SubmitJob.Outcome again = world.submit(key);

    assertThat(again).isInstanceOf(SubmitJob.Outcome.Accepted.class);
    assertThat(((SubmitJob.Outcome.Accepted) again).replayed()).isTrue();
    assertThat(world.isActive(job)).isTrue();
  }

  @Test
  void tick_messageWasLost_sendsItAgainAndMovesDueFirst() {
    Job job = world.accepted();

    world.tick(Duration.ofSeconds(61));

    assertThat(world.messages()).hasSize(2);
    world.tick(Duration.ofSeconds(2));
    assertThat(world.messages()).hasSize(2);
    assertThat(world.isActive(job)).isTrue();
  }

  @Test
  void tick_activeRowWithoutJob_isBarredThenRemovedAfterTheGracePeriod() {
    JobKey key = new JobKey(World.OWNER, new JobIds(world.clock, new java.util.Random(5)).next());
    world
        .ports
        .active()
        .add(ActiveJob.accepted(FakeWorkspace.PARTITION, key, world.clock.instant()));

    world.tick(Duration.ofMinutes(5));
    assertThat(world.ports.active().find(FakeWorkspace.PARTITION, key.id())).isPresent();
    world.tick(Duration.ofMinutes(6));

    assertThat(world.ports.active().find(FakeWorkspace.PARTITION, key.id())).isEmpty();
    JobSummary summary =
        new JobSummary(
            world.clock.instant(),
            null,
            List.of(),
            null,
            "ionq.simulator",
            1,
            world.clock.instant(),
            FakeWorkspace.PARTITION,
            Origin.PLAIN);
    assertThat(
            world
                .ports
                .jobs()
                .accept(
                    Job.accepted(key, summary),
                    World.submission("ionq.simulator", World.BELL),
                    null))
        .isInstanceOf(JobStore.Acceptance.Barred.class);
  }
}
