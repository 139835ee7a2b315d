package io.quantumexecutor.lifecycle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.Pace;
import io.quantumexecutor.lifecycle.World;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchJobTest {
  private final World world = new World();

  @AfterEach
  void everyTroubleWasMet() {
    assertThat(world.workspace.allTroubleMet()).isTrue();
  }

  private DispatchJob.Outcome dispatch(Job job) {
    return world.useCases.dispatch().dispatch(job.key());
  }

  private static QuantumException trouble(Kind kind, int status, String code) {
    return new QuantumException(kind, status, code, "the service said no", null);
  }

  @Test
  void dispatch_acceptedJob_isCreatedUnderOurId() {
    Job job = world.submitted();

    assertThat(world.workspace.created)
        .singleElement()
        .satisfies(
            created -> {
              assertThat(created.id()).isEqualTo(job.key().id());
              assertThat(created.format().input()).isEqualTo("ionq.circuit.v1");
              assertThat(created.inputParams()).containsEntry("shots", 100);
            });
    assertThat(job.isSubmitted()).isTrue();
    assertThat(job.progress().providerStatus()).isEqualTo("Waiting");
    assertThat(world.workspace.calls).containsExactly("upload", "create");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 100})
  void dispatch_sameMessageManyTimes_createsOnce(int times) {
    Job job = world.accepted();
    for (int i = 0; i < times; i++) {
      dispatch(job);
      world.clock.advance(Duration.ofMinutes(7));
    }

    assertThat(world.workspace.created).hasSize(1);
  }

  @Test
  void dispatch_whileAnotherHandlerHoldsTheClaim_leavesItAlone() {
    Job job = world.accepted();
    world.ports.jobs().update(world.now(job).claimed(world.clock.instant().plusSeconds(60)));

    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.BUSY);
    assertThat(world.workspace.calls).isEmpty();
  }

  @Test
  void dispatch_handlerDied_isTriedAgainAsSoonAsItsClaimEnds() {
    Job job = world.accepted();
    world.ports.jobs().update(world.now(job).claimed(world.clock.instant().plusSeconds(90)));
    world.tick(Duration.ofSeconds(61));
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.BUSY);

    world.tick(Duration.ofSeconds(30));

    assertThat(world.messages()).hasSize(3);
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.SUBMITTED);
  }

  @Test
  void dispatch_handlerDiedAfterTheProviderAccepted_adoptsTheJob() {
    Job job = world.accepted();
    world.workspace.failAfter("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> dispatch(job))).hasMessage("the process died here");
    world.clock.advance(Pace.DEFAULT.claim());

    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.SUBMITTED);
    assertThat(world.workspace.created).hasSize(1);
    assertThat(world.now(job).progress().attempt()).isEqualTo(2);
  }

  @Test
  void dispatch_answerLostButCreated_adoptsInTheSameAttempt() {
    Job job = world.accepted();
    world.workspace.failAfter("create", trouble(Kind.UNCERTAIN, 0, "timeout"));

    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.SUBMITTED);
    assertThat(world.workspace.calls).containsExactly("upload", "create", "find");
  }

  @Test
  void dispatch_answerLostAndNotCreated_isHeldAndTriedAgain() {
    Job job = world.accepted();
    world.workspace.failBefore("create", trouble(Kind.UNCERTAIN, 502, "bad-gateway"));

    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.HELD);
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.HELD);
    world.clock.advance(Duration.ofSeconds(6));
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.SUBMITTED);
    assertThat(world.workspace.created).hasSize(1);
  }

  @Test
  void dispatch_targetUnavailable_isHeldAndSaysSinceWhenAndWhy() {
    Job job = world.accepted();
    world.workspace.failBefore("create", trouble(Kind.TRY_LATER, 409, "TargetUnavailable"));

    dispatch(job);

    ActiveJob.Hold hold = world.read.detail(job.key()).orElseThrow().hold();
    assertThat(hold.code()).isEqualTo("TargetUnavailable");
    assertThat(hold.since()).isEqualTo(world.clock.instant());
    world.tick(Duration.ofSeconds(6));
    assertThat(world.messages()).hasSize(2);
  }

  @Test
  void dispatch_retryAfterGiven_waitsThatLong() {
    Job job = world.accepted();
    world.workspace.failBefore(
        "upload",
        new QuantumException(Kind.TRY_LATER, 429, "throttled", "slow down", Duration.ofMinutes(9)));
    dispatch(job);

    world.clock.advance(Duration.ofMinutes(8));
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.HELD);
    world.clock.advance(Duration.ofMinutes(2));
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.SUBMITTED);
  }

  @Test
  void dispatch_heldTooLong_failsWithTheLastReason() {
    Job job = world.accepted();
    world.clock.advance(Duration.ofHours(169));
    world.workspace.failBefore("create", trouble(Kind.TRY_LATER, 409, "TargetUnavailable"));

    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.FAILED);
    assertThat(world.now(job).progress().failure().code()).isEqualTo("TargetUnavailable");
    assertThat(world.isActive(job)).isFalse();
  }

  @Test
  void dispatch_rejectedForGood_failsAtOnce() {
    Job job = world.accepted();
    world.workspace.failBefore("create", trouble(Kind.REJECTED, 403, "InvalidJobDefinition"));

    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.FAILED);
    assertThat(world.now(job).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void dispatch_deniedForMoreThanAnHour_fails() {
    Job job = world.accepted();
    for (int i = 0; i < 3; i++) {
      world.workspace.failBefore(
          i == 0 ? "create" : "find", trouble(Kind.DENIED, 403, "Forbidden"));
    }
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.HELD);
    world.clock.advance(Duration.ofMinutes(30));
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.HELD);
    world.clock.advance(Duration.ofMinutes(31));
    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.FAILED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"TRY_LATER", "UNCERTAIN", "DENIED"})
  void dispatch_anyPassingTrouble_neverThrows(Kind kind) {
    Job job = world.accepted();
    world.workspace.failBefore("upload", trouble(kind, 500, "trouble"));

    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.HELD);
  }

  @Test
  void dispatch_uploadTookHalfTheClaim_doesNotCreate() {
    Job job = world.accepted();
    world.workspace.duringUpload(() -> world.clock.advance(Pace.DEFAULT.margin()));

    assertThat(dispatch(job)).isEqualTo(DispatchJob.Outcome.HELD);
    assertThat(world.workspace.created).isEmpty();
    assertThat(world.read.detail(job.key()).orElseThrow().hold().code()).isEqualTo("claim-ran-out");
  }

  @Test
  void dispatch_unknownJob_isIgnored() {
    JobKey nobody = new JobKey(World.OWNER, new JobIds(world.clock, new java.util.Random()).next());

    assertThat(world.useCases.dispatch().dispatch(nobody)).isEqualTo(DispatchJob.Outcome.UNKNOWN);
  }

  @Test
  void dispatch_secondAttemptAfterADeployment_uploadsTheSameBytes() {
    Job job = world.accepted();
    world
        .ports
        .payloads()
        .writeOnce(job.key(), Payloads.Part.SUBMITTED, new byte[] {'o', 'l', 'd'});

    dispatch(job);

    assertThat(world.workspace.input(job.key().id())).contains("old");
  }
}
