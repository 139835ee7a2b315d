package io.quantumexecutor.lifecycle.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.CollectTries;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.keep.DeleteJob;
import io.quantumexecutor.lifecycle.watch.PollJobs;
import io.quantumexecutor.workspace.FakeWorkspace;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A result that cannot be collected is the trouble of its job alone, and comes to an end. */
class CollectAttemptsTest {
  private final JobFixture fixture = new JobFixture();

  private Job finished(String answer) {
    Job job = fixture.submitted();
    fixture.workspace.finish(job.key().id(), "Succeeded", answer);
    return job;
  }

  private PollJobs.Report sweep(Duration later) {
    fixture.clock.advance(later);
    fixture.sweepIsDue();
    return fixture.tick(Duration.ZERO);
  }

  private void failOutput(int times, RuntimeException trouble) {
    for (int i = 0; i < times; i++) {
      fixture.workspace.failBefore("output", trouble);
    }
  }

  private ActiveJob.Hold held(Job job) {
    return fixture.read.detail(job.key()).orElseThrow().hold();
  }

  private long outputs() {
    return fixture.calls().stream().filter("output"::equals).count();
  }

  @Test
  void collect_errorOfOurs_restsAndShowsWhy() {
    Job job = finished(JobFixture.BELL_ANSWER);
    failOutput(1, new IllegalStateException("a bug"));

    sweep(Duration.ofSeconds(1));

    ActiveJob.Hold hold = held(job);
    assertThat(hold.code()).isEqualTo("internal-error");
    assertThat(hold.lastError()).isEqualTo("an error of ours, IllegalStateException");
    assertThat(hold.until()).isAfter(fixture.clock.instant().plusSeconds(40));
    assertThat(fixture.lines).anyMatch(line -> "NOT_COLLECTED".equals(line.get("to")));

    sweep(Duration.ofSeconds(20));
    assertThat(outputs()).as("no try while it rests").isEqualTo(1);

    sweep(Duration.ofMinutes(1));
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void collect_errorOfOursThreeTimes_failsTheJobWithTheReason() {
    Job job = finished(JobFixture.BELL_ANSWER);
    failOutput(3, new IllegalStateException("a bug"));

    sweep(Duration.ofSeconds(1));
    sweep(Duration.ofMinutes(2));
    assertThat(fixture.now(job).isFinal()).isFalse();
    sweep(Duration.ofMinutes(3));

    Job failed = fixture.now(job);
    assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
    assertThat(failed.progress().failure().code()).isEqualTo("collect-failed");
    assertThat(failed.progress().failure().message())
        .isEqualTo("the result could not be collected: an error of ours, IllegalStateException");
  }

  @Test
  void collect_troubleOfTheProvider_isTriedForAWeek() {
    Job job = finished(JobFixture.BELL_ANSWER);
    failOutput(200, new QuantumException(Kind.DENIED, 403, "denied", "no entry", null));

    for (int hour = 0; hour < 24 * 7; hour++) {
      sweep(Duration.ofHours(1));
    }
    assertThat(fixture.now(job).isFinal()).isFalse();
    sweep(Duration.ofHours(2));

    Job failed = fixture.now(job);
    assertThat(failed.progress().failure().code()).isEqualTo("collect-failed");
    assertThat(failed.progress().failure().message()).endsWith("no entry");
  }

  @Test
  void collect_tooLargeAnAnswerOfTheProvider_failsAtTheThirdTry() {
    Job job = finished(JobFixture.BELL_ANSWER);
    failOutput(
        3, new QuantumException(Kind.REJECTED, 0, QuantumException.ANSWER_TOO_LARGE, "big", null));

    for (int i = 0; i < 3; i++) {
      sweep(Duration.ofMinutes(5));
    }

    assertThat(fixture.now(job).progress().failure().message()).endsWith("big");
  }

  @Test
  void collect_resultThatCannotBeCollected_isOverdueAllTheTime() {
    Job job = finished(JobFixture.BELL_ANSWER);
    failOutput(2, new IllegalStateException("a bug"));
    sweep(Duration.ofSeconds(1));

    PollJobs.Report resting = sweep(Duration.ofSeconds(40));

    assertThat(resting.oldestOverdue()).isEqualTo(Duration.ofSeconds(40));
    assertThat(fixture.ports.activeJobs().uncollected(fixture.clock.instant(), 10))
        .extracting(row -> row.key())
        .containsExactly(job.key());
  }

  @Test
  void collect_twentyPoisonedJobs_holdUpNobodyElse() {
    for (Job job : fixture.watched(20)) {
      fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);
    }
    failOutput(20, new IllegalStateException("a bug"));
    sweep(Duration.ofSeconds(1));
    Job healthy = fixture.watched(1).get(0);
    fixture.workspace.finish(healthy.key().id(), "Succeeded", JobFixture.BELL_ANSWER);

    sweep(Duration.ofSeconds(2));

    assertThat(fixture.now(healthy).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void cancel_resultThatCannotBeCollected_isCancelledAndDeletedWithoutAnotherTry() {
    Job job = finished(JobFixture.BELL_ANSWER);
    failOutput(9, new IllegalStateException("a bug"));
    sweep(Duration.ofSeconds(1));

    Job cancelled = fixture.useCases.cancel().cancel(job.key()).orElseThrow();

    assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(outputs()).isEqualTo(1);
    assertThat(fixture.useCases.delete().delete(job.key())).isEqualTo(DeleteJob.Outcome.DELETED);
  }

  @Test
  void cancel_answerThatIsBeingDecoded_isCancelledWhenThatIsOver() {
    Job job = finished(JobFixture.BELL_ANSWER);
    Instant now = fixture.clock.instant();
    ActiveJob row = row(job).orElseThrow();
    fixture
        .ports
        .activeJobs()
        .update(row.withCollecting(CollectTries.begun(null, now, now.plusSeconds(300))));

    Job asked = fixture.useCases.cancel().cancel(job.key()).orElseThrow();
    assertThat(asked.status()).isEqualTo(JobStatus.CANCELLING);
    fixture.tick(Duration.ofSeconds(6));
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLING);
    fixture.tick(Duration.ofMinutes(5));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(outputs()).isZero();
  }

  private Optional<ActiveJob> row(Job job) {
    return fixture.ports.activeJobs().find(FakeWorkspace.PARTITION, job.key().id());
  }

  @Test
  void cancel_firstTryFailsInTheRequest_isCancelledByTheTimer() {
    Job job = finished(JobFixture.BELL_ANSWER);
    failOutput(9, new IllegalStateException("a bug"));

    Job asked = fixture.useCases.cancel().cancel(job.key()).orElseThrow();
    assertThat(asked.status()).isEqualTo(JobStatus.CANCELLING);
    fixture.tick(Duration.ofSeconds(6));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(outputs()).isEqualTo(1);
  }

  @Test
  void collect_memoryRanOut_isNoTroubleOfTheJob() {
    Job job = finished(JobFixture.BELL_ANSWER);
    CompletionException ranOut = new CompletionException(new OutOfMemoryError("Java heap space"));
    failOutput(1, ranOut);

    assertThatThrownBy(() -> sweep(Duration.ofSeconds(1))).isSameAs(ranOut);
    assertThat(held(job)).isNull();
  }

  @Test
  void sweep_restEndsDuringTheLook_isTriedAgainSoon() {
    finished(JobFixture.BELL_ANSWER);
    failOutput(1, new IllegalStateException("a bug"));
    sweep(Duration.ofSeconds(1));
    for (Job other : fixture.watched(2)) {
      fixture.workspace.set(other.key().id(), "Waiting");
    }
    fixture.workspace.duringEachFind(() -> fixture.clock.advance(Duration.ofMinutes(2)));

    assertThat(sweep(Duration.ofSeconds(1)).troubles()).isEmpty();
  }

  @Test
  void collect_largeAnswer_isCompletedAndLeavesNoNote() {
    Job job = finished(JobFixture.BELL_ANSWER + " ".repeat(2 << 20));

    sweep(Duration.ofSeconds(1));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(row(job)).isEmpty();
  }

  @Test
  void safetyNet_resultThatCannotBeCollected_isNotForgotten() {
    Job job = finished(JobFixture.BELL_ANSWER);
    failOutput(2, new QuantumException(Kind.DENIED, 403, "denied", "no entry", null));
    sweep(Duration.ofSeconds(1));

    fixture.tick(Duration.ofHours(2));

    assertThat(row(job).orElseThrow().collecting()).isNotNull();
  }

  @Test
  void collect_answerThatWouldGrowTooLarge_failsTheJobAndKeepsTheAnswer() {
    Job job = finished("[".repeat(100) + "]".repeat(100));

    sweep(Duration.ofSeconds(1));

    assertThat(fixture.now(job).progress().failure().code()).isEqualTo("result-too-large");
    assertThat(fixture.ports.payloads().read(job.key(), Payloads.Part.RAW)).isPresent();
  }
}
