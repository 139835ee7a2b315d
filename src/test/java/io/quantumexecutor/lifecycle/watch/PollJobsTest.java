package io.quantumexecutor.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.World;
import io.quantumexecutor.workspace.FakeWorkspace;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollJobsTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  private final World world = new World();

  private String result(Job job) {
    return new String(
        world.ports.payloads().read(job.key(), Payloads.Part.RESULT).orElseThrow(),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Succeeded", "Completed"})
  void tick_providerDone_collectsAndEnds(String word) {
    Job job = world.submitted();
    world.workspace.finish(job.key().id(), word, World.BELL_ANSWER);

    world.tick(SOON);

    assertThat(world.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.now(job).progress().providerStatus()).isEqualTo(word);
    assertThat(result(job)).contains("\"00\"", "\"11\"", "\"counts_lsb_right\":true");
    assertThat(world.ports.payloads().read(job.key(), Payloads.Part.RAW))
        .hasValueSatisfying(
            raw ->
                assertThat(new String(raw, StandardCharsets.UTF_8)).isEqualTo(World.BELL_ANSWER));
    assertThat(world.isActive(job)).isFalse();
  }

  @Test
  void tick_nothingChanged_writesNoJobRecord() {
    Job job = world.submitted();
    world.tick(SOON);
    String version = world.now(job).version();

    for (int i = 0; i < 5; i++) {
      world.tick(SOON);
    }

    assertThat(world.now(job).version()).isEqualTo(version);
  }

  @Test
  void tick_statusGoesBackwards_publicStatusDoesNot() {
    Job job = world.submitted();
    world.workspace.set(job.key().id(), "Executing");
    world.tick(SOON);
    world.workspace.set(job.key().id(), "Waiting");
    world.tick(SOON);

    assertThat(world.now(job).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(world.now(job).progress().providerStatus()).isEqualTo("Waiting");
  }

  @Test
  void tick_credentialLost_endsThatJobOnlyAndSaysWhy() {
    Job lost = world.submitted();
    Job other = world.submitted();
    world.workspace.failBefore("open", World.credentialLost());

    world.tick(SOON);

    List<Job> jobs = List.of(world.now(lost), world.now(other));
    assertThat(jobs)
        .filteredOn(Job::isFinal)
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.status()).isEqualTo(JobStatus.FAILED);
              assertThat(ended.progress().failure().code()).isEqualTo("credential-lost");
              assertThat(world.isActive(ended)).isFalse();
            });
  }

  @Test
  void tick_unknownWord_isKeptAndNotFinal() {
    Job job = world.submitted();
    world.workspace.set(job.key().id(), "Daydreaming");

    world.tick(SOON);

    assertThat(world.now(job).isFinal()).isFalse();
    assertThat(world.now(job).progress().providerStatus()).isEqualTo("Daydreaming");
  }

  @Test
  void tick_providerFailed_keepsItsReason() {
    Job job = world.submitted();
    world.workspace.fail(job.key().id(), "InvalidInputData");

    world.tick(SOON);

    assertThat(world.now(job).progress().failure())
        .isEqualTo(Failure.of("InvalidInputData", "it failed"));
  }

  @Test
  void tick_outputLate_isCollectedWhenItIsThere() {
    Job job = world.submitted();
    world.workspace.finishWithoutOutput(job.key().id(), "Succeeded");
    world.tick(SOON);
    assertThat(world.now(job).isFinal()).isFalse();

    world.workspace.finish(job.key().id(), "Succeeded", World.BELL_ANSWER);
    world.tick(SOON);

    assertThat(world.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void tick_outputNeverComes_failsAfterAnHour() {
    Job job = world.submitted();
    world.workspace.finishWithoutOutput(job.key().id(), "Succeeded");
    world.tick(SOON);

    world.tick(Duration.ofMinutes(61));

    assertThat(world.now(job).progress().failure().code()).isEqualTo("lost-by-provider");
  }

  @Test
  void tick_jobForgotten_failsOnlyAfterAnHour() {
    Job job = world.submitted();
    world.workspace.forget(job.key().id());
    world.tick(SOON);
    world.tick(Duration.ofMinutes(30));
    assertThat(world.now(job).isFinal()).isFalse();

    world.tick(Duration.ofMinutes(31));

    assertThat(world.now(job).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void tick_answerContradictsItself_failsWithANameAndKeepsTheBytes() {
    Job job = world.submitted();
    world.workspace.finish(job.key().id(), "Succeeded", "{\"histogram\":{\"0\":0.7}}");

    world.tick(SOON);

    assertThat(world.now(job).progress().failure().code()).isEqualTo("result-probabilities-off");
    assertThat(world.ports.payloads().read(job.key(), Payloads.Part.RAW)).isPresent();
  }

  @Test
  void tick_manyJobs_areReadByList() {
    List<Job> jobs = IntStream.range(0, 10).mapToObj(i -> world.submitted()).toList();
    world.tick(SOON);
    world.workspace.calls.clear();
    world.workspace.finish(jobs.get(3).key().id(), "Succeeded", World.BELL_ANSWER);

    world.tick(SOON);

    assertThat(world.now(jobs.get(3)).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.workspace.calls).containsExactly("list", "find", "output");
  }

  @Test
  void tick_workspaceThrottles_pausesAndGoesOnLater() {
    Job job = world.submitted();
    world.workspace.finish(job.key().id(), "Succeeded", World.BELL_ANSWER);
    world.workspace.failBefore(
        "find",
        new QuantumException(Kind.TRY_LATER, 429, "throttled", "slow", Duration.ofMinutes(2)));

    PollJobs.Report report = world.tick(SOON);
    assertThat(report.troubles()).hasSize(1);
    world.tick(Duration.ofMinutes(1));
    assertThat(world.now(job).isFinal()).isFalse();
    world.tick(Duration.ofMinutes(2));

    assertThat(world.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void tick_finalJobWithActiveRow_finishesTheLastStep() {
    Job job = world.submitted();
    ActiveJob row =
        world.ports.active().find(FakeWorkspace.PARTITION, job.key().id()).orElseThrow();
    world.workspace.finish(job.key().id(), "Succeeded", World.BELL_ANSWER);
    world.tick(SOON);
    world.ports.active().add(row.dueAt(world.clock.instant()));

    world.tick(SOON);

    assertThat(world.isActive(job)).isFalse();
    assertThat(world.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }
}
