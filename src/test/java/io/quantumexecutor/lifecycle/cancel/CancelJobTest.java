package io.quantumexecutor.lifecycle.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.lifecycle.dispatch.DispatchOutcome;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CancelJobTest {
  private final JobFixture fixture = new JobFixture();

  private static QuantumException outage() {
    return new QuantumException(Kind.TRY_LATER, 503, "outage", "down", null);
  }

  private Job cancel(Job job) {
    return fixture.useCases.cancel().cancel(job.key()).orElseThrow();
  }

  @Test
  void cancel_neverClaimed_isCancelledAtOnceAndNeverSubmitted() {
    Job job = fixture.accepted();

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(fixture.useCases.dispatch().dispatch(job.key())).isEqualTo(DispatchOutcome.FINAL);
    assertThat(fixture.workspace.created).isEmpty();
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void cancel_atTheProvider_waitsForItsWord() {
    Job job = fixture.submitted();

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLING);
    fixture.tick(Duration.ofSeconds(6));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void cancel_providerDown_isRepeatedByTheTimer() {
    Job job = fixture.submitted();
    fixture.workspace.failBefore("cancel", outage());

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLING);
    fixture.tick(Duration.ofSeconds(6));
    fixture.tick(Duration.ofSeconds(6));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(fixture.workspace.allTroubleMet()).isTrue();
  }

  @Test
  void cancel_credentialLost_endsTheJobInsteadOfTryingForever() {
    Job job = fixture.submitted();
    fixture.workspace.failBefore("open", JobFixture.credentialLost());

    cancel(job);

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.FAILED);
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void cancel_handlerDiedAfterCreate_stopsTheProvidersJob() {
    Job job = fixture.accepted();
    fixture.workspace.failAfter("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> fixture.useCases.dispatch().dispatch(job.key())))
        .isInstanceOf(IllegalStateException.class);

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLING);
    fixture.tick(Duration.ofSeconds(6));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(fixture.workspace.find(job.key().id()).orElseThrow().status())
        .isEqualTo("Cancelled");
  }

  @Test
  void cancel_handlerDiedBeforeCreate_isCancelledOnlyWhenTheClaimRanOut() {
    Job job = fixture.accepted();
    fixture.workspace.failBefore("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> fixture.useCases.dispatch().dispatch(job.key())))
        .isInstanceOf(IllegalStateException.class);

    cancel(job);
    fixture.tick(Duration.ofSeconds(6));
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLING);
    fixture.tick(JobTiming.DEFAULT.claim());

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(fixture.workspace.created).isEmpty();
  }

  @Test
  void cancel_resultWonTheRace_isKept() {
    Job job = fixture.submitted();
    fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);

    cancel(job);

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(fixture.ports.payloads().read(job.key(), Payloads.Part.RESULT)).isPresent();
  }

  @Test
  void cancel_twice_isHarmless() {
    Job job = fixture.submitted();
    cancel(job);
    fixture.tick(Duration.ofSeconds(6));

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void dispatch_messageOfACancellingJob_keepsTheCancelDue() {
    Job job = fixture.submitted();
    fixture.workspace.failBefore(
        "cancel", new QuantumException(Kind.TRY_LATER, 503, "outage", "down", null));
    fixture.workspace.failBefore(
        "cancel", new QuantumException(Kind.TRY_LATER, 503, "outage", "down", null));
    cancel(job);

    fixture.useCases.dispatch().dispatch(job.key());
    fixture.tick(Duration.ofSeconds(6));
    fixture.tick(Duration.ofSeconds(6));

    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(fixture.workspace.allTroubleMet()).isTrue();
  }

  @Test
  void dispatch_anotherHandlerCancelsMeanwhile_isLeftToIt() {
    Job job = fixture.accepted();
    fixture.workspace.failAfter("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> fixture.useCases.dispatch().dispatch(job.key())))
        .isInstanceOf(IllegalStateException.class);
    fixture.workspace.failBefore("find", outage());
    cancel(job);
    fixture.workspace.duringFind(() -> cancel(job));

    assertThat(fixture.useCases.dispatch().dispatch(job.key())).isEqualTo(DispatchOutcome.BUSY);

    fixture.tick(Duration.ofSeconds(6));
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(fixture.workspace.allTroubleMet()).isTrue();
  }
}
