package io.quantumexecutor.lifecycle.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.workspace.FakeWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcceptJobTest {
  private final JobFixture fixture = new JobFixture();

  @Test
  void submit_newSubmission_isStoredAndAnnounced() {
    Job job = fixture.accepted();

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(fixture.isActive(job)).isTrue();
    assertThat(fixture.messages())
        .containsExactly("{\"job_id\":\"" + job.key().id() + "\",\"owner\":\"alice\"}");
  }

  @Test
  void submit_sameKeyFiftyTimesAtOnce_makesOneJob() throws Exception {
    IdempotencyKey key = new IdempotencyKey("ab12", "body");
    ExecutorService threads = Executors.newFixedThreadPool(50);
    List<Future<AcceptOutcome>> outcomes =
        threads.invokeAll(
            IntStream.range(0, 50)
                .<java.util.concurrent.Callable<AcceptOutcome>>mapToObj(
                    i -> () -> fixture.submit(key))
                .toList());
    threads.shutdown();

    assertThat(outcomes)
        .extracting(outcome -> ((AcceptOutcome.JobAccepted) outcome.get()).job().key().id())
        .containsOnly(((AcceptOutcome.JobAccepted) outcomes.get(0).get()).job().key().id());
    assertThat(fixture.ports.activeJobs().due(fixture.clock.instant().plusSeconds(3600), 100))
        .hasSize(1);
    assertThat(fixture.messages()).hasSize(1);
  }

  @Test
  void submit_sameKeyOtherBody_isRefused() {
    fixture.submit(new IdempotencyKey("ab12", "body"));

    assertThat(fixture.submit(new IdempotencyKey("ab12", "another body")))
        .isInstanceOf(AcceptOutcome.KeyReused.class);
  }

  @Test
  void submit_replayAfterTheActiveRowWasLost_makesItAgain() {
    IdempotencyKey key = new IdempotencyKey("ab12", "body");
    Job job = ((AcceptOutcome.JobAccepted) fixture.submit(key)).job();
    fixture.ports.activeJobs().remove(FakeWorkspace.PARTITION, job.key().id());

    AcceptOutcome again = fixture.submit(key);

    assertThat(again).isInstanceOf(AcceptOutcome.JobAccepted.class);
    assertThat(((AcceptOutcome.JobAccepted) again).replayed()).isTrue();
    assertThat(fixture.isActive(job)).isTrue();
  }

  @Test
  void tick_messageWasLost_sendsItAgainAndMovesDueFirst() {
    Job job = fixture.accepted();

    fixture.tick(Duration.ofSeconds(61));

    assertThat(fixture.messages()).hasSize(2);
    fixture.tick(Duration.ofSeconds(2));
    assertThat(fixture.messages()).hasSize(2);
    assertThat(fixture.isActive(job)).isTrue();
  }

  @Test
  void tick_activeRowWithoutJob_isBarredThenRemovedAfterTheGracePeriod() {
    JobKey key =
        new JobKey(JobFixture.OWNER, new JobIds(fixture.clock, new java.util.Random(5)).next());
    fixture
        .ports
        .activeJobs()
        .add(ActiveJob.accepted(FakeWorkspace.PARTITION, key, fixture.clock.instant()));

    fixture.tick(Duration.ofMinutes(5));
    assertThat(fixture.ports.activeJobs().find(FakeWorkspace.PARTITION, key.id())).isPresent();
    fixture.tick(Duration.ofMinutes(6));

    assertThat(fixture.ports.activeJobs().find(FakeWorkspace.PARTITION, key.id())).isEmpty();
    JobSummary summary =
        new JobSummary(
            fixture.clock.instant(),
            null,
            List.of(),
            null,
            "ionq.simulator",
            1,
            fixture.clock.instant(),
            FakeWorkspace.PARTITION,
            JobOrigin.PLAIN);
    assertThat(
            fixture
                .ports
                .jobs()
                .accept(
                    Job.accepted(key, summary),
                    JobFixture.submission("ionq.simulator", JobFixture.BELL),
                    null))
        .isInstanceOf(JobStore.Acceptance.Barred.class);
  }
}
