package io.quantumexecutor.lifecycle.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.Pace;
import io.quantumexecutor.lifecycle.World;
import io.quantumexecutor.lifecycle.dispatch.DispatchJob;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CancelJobTest {
  private final World world = new World();

  private static QuantumException outage() {
    return new QuantumException(Kind.TRY_LATER, 503, "outage", "down", null);
  }

  private Job cancel(Job job) {
    return world.useCases.cancel().cancel(job.key()).orElseThrow();
  }

  @Test
  void cancel_neverClaimed_isCancelledAtOnceAndNeverSubmitted() {
    Job job = world.accepted();

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.useCases.dispatch().dispatch(job.key())).isEqualTo(DispatchJob.Outcome.FINAL);
    assertThat(world.workspace.created).isEmpty();
    assertThat(world.isActive(job)).isFalse();
  }

  @Test
  void cancel_atTheProvider_waitsForItsWord() {
    Job job = world.submitted();

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLING);
    world.tick(Duration.ofSeconds(6));

    assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.isActive(job)).isFalse();
  }

  @Test
  void cancel_providerDown_isRepeatedByTheTimer() {
    Job job = world.submitted();
    world.workspace.failBefore("cancel", outage());

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLING);
    world.tick(Duration.ofSeconds(6));
    world.tick(Duration.ofSeconds(6));

    assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.workspace.allTroubleMet()).isTrue();
  }

  @Test
  void cancel_credentialLost_endsTheJobInsteadOfTryingForever() {
    Job job = world.submitted();
    world.workspace.failBefore("open", World.credentialLost());

    cancel(job);

    assertThat(world.now(job).status()).isEqualTo(JobStatus.FAILED);
    assertThat(world.isActive(job)).isFalse();
  }

  @Test
  void cancel_handlerDiedAfterCreate_stopsTheProvidersJob() {
    Job job = world.accepted();
    world.workspace.failAfter("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> world.useCases.dispatch().dispatch(job.key())))
        .isInstanceOf(IllegalStateException.class);

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLING);
    world.tick(Duration.ofSeconds(6));

    assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.workspace.find(job.key().id()).orElseThrow().status()).isEqualTo("Cancelled");
  }

  @Test
  void cancel_handlerDiedBeforeCreate_isCancelledOnlyWhenTheClaimRanOut() {
    Job job = world.accepted();
    world.workspace.failBefore("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> world.useCases.dispatch().dispatch(job.key())))
        .isInstanceOf(IllegalStateException.class);

    cancel(job);
    world.tick(Duration.ofSeconds(6));
    assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLING);
    world.tick(Pace.DEFAULT.claim());

    assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.workspace.created).isEmpty();
  }

  @Test
  void cancel_resultWonTheRace_isKept() {
    Job job = world.submitted();
    world.workspace.finish(job.key().id(), "Succeeded", World.BELL_ANSWER);

    cancel(job);

    assertThat(world.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.ports.payloads().read(job.key(), Payloads.Part.RESULT)).isPresent();
  }

  @Test
  void cancel_twice_isHarmless() {
    Job job = world.submitted();
    cancel(job);
    world.tick(Duration.ofSeconds(6));

    assertThat(cancel(job).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void dispatch_messageOfACancellingJob_keepsTheCancelDue() {
    Job job = world.submitted();
    world.workspace.failBefore(
        "cancel", new QuantumException(Kind.TRY_LATER, 503, "outage", "down", null));
    world.workspace.failBefore(
        "cancel", new QuantumException(Kind.TRY_LATER, 503, "outage", "down", null));
    cancel(job);

    world.useCases.dispatch().dispatch(job.key());
    world.tick(Duration.ofSeconds(6));
    world.tick(Duration.ofSeconds(6));

    assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.workspace.allTroubleMet()).isTrue();
  }

  @Test
  void dispatch_anotherHandlerCancelsMeanwhile_isLeftToIt() {
    Job job = world.accepted();
    world.workspace.failAfter("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> world.useCases.dispatch().dispatch(job.key())))
        .isInstanceOf(IllegalStateException.class);
    world.workspace.failBefore("find", outage());
    cancel(job);
    world.workspace.duringFind(() -> cancel(job));

    assertThat(world.useCases.dispatch().dispatch(job.key())).isEqualTo(DispatchJob.Outcome.BUSY);

    world.tick(Duration.ofSeconds(6));
    assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.workspace.allTroubleMet()).isTrue();
  }
}
