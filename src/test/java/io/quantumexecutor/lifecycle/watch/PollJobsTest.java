package io.quantumexecutor.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.JobFixture;
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

  private final JobFixture fixture = new JobFixture();

  private String result(Job job) {
    return new String(
        fixture.ports.payloads().read(job.key(), Payloads.Part.RESULT).orElseThrow(),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Succeeded", "Completed"})
  void tick_providerDone_collectsAndEnds(String word) {
    Job job = fixture.submitted();
    fixture.workspace.finish(job.key().id(), word, JobFixture.BELL_ANSWER);

    fixture.tick(SOON);

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(fixture.now(job).progress().providerStatus()).isEqualTo(word);
    assertThat(result(job)).contains("\"00\"", "\"11\"", "\"counts_lsb_right\":true");
    assertThat(fixture.ports.payloads().read(job.key(), Payloads.Part.RAW))
        .hasValueSatisfying(
            raw ->
                assertThat(new String(raw, StandardCharsets.UTF_8))
                    .isEqualTo(JobFixture.BELL_ANSWER));
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void tick_nothingChanged_writesNoJobRecord() {
    Job job = fixture.submitted();
    fixture.tick(SOON);
    String version = fixture.now(job).version();

    for (int i = 0; i < 5; i++) {
      fixture.tick(SOON);
    }

    assertThat(fixture.now(job).version()).isEqualTo(version);
  }

  @Test
  void tick_statusGoesBackwards_publicStatusDoesNot() {
    Job job = fixture.submitted();
    fixture.workspace.set(job.key().id(), "Executing");
    fixture.tick(SOON);
    fixture.workspace.set(job.key().id(), "Waiting");
    fixture.tick(SOON);

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(fixture.now(job).progress().providerStatus()).isEqualTo("Waiting");
  }

  @Test
  void tick_credentialLost_endsThatJobOnlyAndSaysWhy() {
    Job lost = fixture.submitted();
    Job other = fixture.submitted();
    fixture.workspace.failBefore("open", JobFixture.credentialLost());

    fixture.tick(SOON);

    List<Job> jobs = List.of(fixture.now(lost), fixture.now(other));
    assertThat(jobs)
        .filteredOn(Job::isFinal)
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.status()).isEqualTo(JobStatus.FAILED);
              assertThat(ended.progress().failure().code()).isEqualTo("credential-lost");
              assertThat(fixture.isActive(ended)).isFalse();
            });
  }

  @Test
  void tick_unknownWord_isKeptAndNotFinal() {
    Job job = fixture.submitted();
    fixture.workspace.set(job.key().id(), "Daydreaming");

    fixture.tick(SOON);

    assertThat(fixture.now(job).isFinal()).isFalse();
    assertThat(fixture.now(job).progress().providerStatus()).isEqualTo("Daydreaming");
  }

  @Test
  void tick_providerFailed_keepsItsReason() {
    Job job = fixture.submitted();
    fixture.workspace.fail(job.key().id(), "InvalidInputData");

    fixture.tick(SOON);

    assertThat(fixture.now(job).progress().failure())
        .isEqualTo(Failure.of("InvalidInputData", "it failed"));
  }

  @Test
  void tick_outputLate_isCollectedWhenItIsThere() {
    Job job = fixture.submitted();
    fixture.workspace.finishWithoutOutput(job.key().id(), "Succeeded");
    fixture.tick(SOON);
    assertThat(fixture.now(job).isFinal()).isFalse();

    fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);
    fixture.tick(SOON);

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void tick_outputNeverComes_failsAfterAnHour() {
    Job job = fixture.submitted();
    fixture.workspace.finishWithoutOutput(job.key().id(), "Succeeded");
    fixture.tick(SOON);

    fixture.tick(Duration.ofMinutes(61));

    assertThat(fixture.now(job).progress().failure().code()).isEqualTo("lost-by-provider");
  }

  @Test
  void tick_jobForgotten_failsOnlyAfterAnHour() {
    Job job = fixture.submitted();
    fixture.workspace.forget(job.key().id());
    fixture.tick(SOON);
    fixture.tick(Duration.ofMinutes(30));
    assertThat(fixture.now(job).isFinal()).isFalse();

    fixture.tick(Duration.ofMinutes(31));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void tick_answerContradictsItself_failsWithANameAndKeepsTheBytes() {
    Job job = fixture.submitted();
    fixture.workspace.finish(job.key().id(), "Succeeded", "{\"histogram\":{\"0\":0.7}}");

    fixture.tick(SOON);

    assertThat(fixture.now(job).progress().failure().code()).isEqualTo("result-probabilities-off");
    assertThat(fixture.ports.payloads().read(job.key(), Payloads.Part.RAW)).isPresent();
  }

  @Test
  void tick_manyJobs_areReadByList() {
    List<Job> jobs = IntStream.range(0, 10).mapToObj(i -> fixture.submitted()).toList();
    fixture.tick(SOON);
    fixture.workspace.calls.clear();
    fixture.workspace.finish(jobs.get(3).key().id(), "Succeeded", JobFixture.BELL_ANSWER);

    fixture.tick(SOON);

    assertThat(fixture.now(jobs.get(3)).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(fixture.workspace.calls).containsExactly("list", "find", "output");
  }

  @Test
  void tick_workspaceThrottles_pausesAndGoesOnLater() {
    Job job = fixture.submitted();
    fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);
    fixture.workspace.failBefore(
        "find",
        new QuantumException(Kind.TRY_LATER, 429, "throttled", "slow", Duration.ofMinutes(2)));

    PollJobs.Report report = fixture.tick(SOON);
    assertThat(report.troubles()).hasSize(1);
    fixture.tick(Duration.ofMinutes(1));
    assertThat(fixture.now(job).isFinal()).isFalse();
    fixture.tick(Duration.ofMinutes(2));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void tick_finalJobWithActiveRow_finishesTheLastStep() {
    Job job = fixture.submitted();
    ActiveJob row =
        fixture.ports.active().find(FakeWorkspace.PARTITION, job.key().id()).orElseThrow();
    fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);
    fixture.tick(SOON);
    fixture.ports.active().add(row.dueAt(fixture.clock.instant()));

    fixture.tick(SOON);

    assertThat(fixture.isActive(job)).isFalse();
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }
}
