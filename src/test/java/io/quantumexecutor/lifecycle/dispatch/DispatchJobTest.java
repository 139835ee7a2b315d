package io.quantumexecutor.lifecycle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchJobTest {
  private final JobFixture fixture = new JobFixture();

  @AfterEach
  void everyTroubleWasMet() {
    assertThat(fixture.workspace.allTroubleMet()).isTrue();
  }

  private DispatchOutcome dispatch(Job job) {
    return fixture.useCases.dispatch().dispatch(job.key());
  }

  private static QuantumException trouble(Kind kind, int status, String code) {
    return new QuantumException(kind, status, code, "the service said no", null);
  }

  @Test
  void dispatch_acceptedJob_isCreatedUnderOurId() {
    Job job = fixture.submitted();

    assertThat(fixture.workspace.created)
        .singleElement()
        .satisfies(
            created -> {
              assertThat(created.id()).isEqualTo(job.key().id());
              assertThat(created.format().input()).isEqualTo("ionq.circuit.v1");
              assertThat(created.inputParams()).containsEntry("shots", 100);
            });
    assertThat(job.isSubmitted()).isTrue();
    assertThat(job.progress().providerStatus()).isEqualTo("Waiting");
    assertThat(fixture.workspace.calls).containsExactly("upload", "create");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 100})
  void dispatch_sameMessageManyTimes_createsOnce(int times) {
    Job job = fixture.accepted();
    for (int i = 0; i < times; i++) {
      dispatch(job);
      fixture.clock.advance(Duration.ofMinutes(7));
    }

    assertThat(fixture.workspace.created).hasSize(1);
  }

  @Test
  void dispatch_whileAnotherHandlerHoldsTheClaim_leavesItAlone() {
    Job job = fixture.accepted();
    fixture.ports.jobs().update(fixture.now(job).claimed(fixture.clock.instant().plusSeconds(60)));

    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.BUSY);
    assertThat(fixture.workspace.calls).isEmpty();
  }

  @Test
  void dispatch_handlerDied_isTriedAgainAsSoonAsItsClaimEnds() {
    Job job = fixture.accepted();
    fixture.ports.jobs().update(fixture.now(job).claimed(fixture.clock.instant().plusSeconds(90)));
    fixture.tick(Duration.ofSeconds(61));
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.BUSY);

    fixture.tick(Duration.ofSeconds(30));

    assertThat(fixture.messages()).hasSize(3);
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.SUBMITTED);
  }

  @Test
  void dispatch_handlerDiedAfterTheProviderAccepted_adoptsTheJob() {
    Job job = fixture.accepted();
    fixture.workspace.failAfter("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> dispatch(job))).hasMessage("the process died here");
    fixture.clock.advance(JobTiming.DEFAULT.claim());

    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.SUBMITTED);
    assertThat(fixture.workspace.created).hasSize(1);
    assertThat(fixture.now(job).progress().attempt()).isEqualTo(2);
  }

  @Test
  void dispatch_answerLostButCreated_adoptsInTheSameAttempt() {
    Job job = fixture.accepted();
    fixture.workspace.failAfter("create", trouble(Kind.UNCERTAIN, 0, "timeout"));

    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.SUBMITTED);
    assertThat(fixture.workspace.calls).containsExactly("upload", "create", "find");
  }

  @Test
  void dispatch_answerLostAndNotCreated_isHeldAndTriedAgain() {
    Job job = fixture.accepted();
    fixture.workspace.failBefore("create", trouble(Kind.UNCERTAIN, 502, "bad-gateway"));

    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.HELD);
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.HELD);
    fixture.clock.advance(Duration.ofSeconds(6));
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.SUBMITTED);
    assertThat(fixture.workspace.created).hasSize(1);
  }

  @Test
  void dispatch_targetUnavailable_isHeldAndSaysSinceWhenAndWhy() {
    Job job = fixture.accepted();
    fixture.workspace.failBefore("create", trouble(Kind.TRY_LATER, 409, "TargetUnavailable"));

    dispatch(job);

    ActiveJob.Hold hold = fixture.read.detail(job.key()).orElseThrow().hold();
    assertThat(hold.code()).isEqualTo("TargetUnavailable");
    assertThat(hold.since()).isEqualTo(fixture.clock.instant());
    fixture.tick(Duration.ofSeconds(6));
    assertThat(fixture.messages()).hasSize(2);
  }

  @Test
  void dispatch_retryAfterGiven_waitsThatLong() {
    Job job = fixture.accepted();
    fixture.workspace.failBefore(
        "upload",
        new QuantumException(Kind.TRY_LATER, 429, "throttled", "slow down", Duration.ofMinutes(9)));
    dispatch(job);

    fixture.clock.advance(Duration.ofMinutes(8));
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.HELD);
    fixture.clock.advance(Duration.ofMinutes(2));
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.SUBMITTED);
  }

  @Test
  void dispatch_heldTooLong_failsWithTheLastReason() {
    Job job = fixture.accepted();
    fixture.clock.advance(Duration.ofHours(169));
    fixture.workspace.failBefore("create", trouble(Kind.TRY_LATER, 409, "TargetUnavailable"));

    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.FAILED);
    assertThat(fixture.now(job).progress().failure().code()).isEqualTo("TargetUnavailable");
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void dispatch_rejectedForGood_failsAtOnce() {
    Job job = fixture.accepted();
    fixture.workspace.failBefore("create", trouble(Kind.REJECTED, 403, "InvalidJobDefinition"));

    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.FAILED);
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void dispatch_deniedForMoreThanAnHour_fails() {
    Job job = fixture.accepted();
    for (int i = 0; i < 3; i++) {
      fixture.workspace.failBefore(
          i == 0 ? "create" : "find", trouble(Kind.DENIED, 403, "Forbidden"));
    }
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.HELD);
    fixture.clock.advance(Duration.ofMinutes(30));
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.HELD);
    fixture.clock.advance(Duration.ofMinutes(31));
    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.FAILED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"TRY_LATER", "UNCERTAIN", "DENIED"})
  void dispatch_anyPassingTrouble_neverThrows(Kind kind) {
    Job job = fixture.accepted();
    fixture.workspace.failBefore("upload", trouble(kind, 500, "trouble"));

    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.HELD);
  }

  @Test
  void dispatch_uploadTookHalfTheClaim_doesNotCreate() {
    Job job = fixture.accepted();
    fixture.workspace.duringUpload(() -> fixture.clock.advance(JobTiming.DEFAULT.margin()));

    assertThat(dispatch(job)).isEqualTo(DispatchOutcome.HELD);
    assertThat(fixture.workspace.created).isEmpty();
    assertThat(fixture.read.detail(job.key()).orElseThrow().hold().code())
        .isEqualTo("claim-ran-out");
  }

  @Test
  void dispatch_unknownJob_isIgnored() {
    JobKey nobody =
        new JobKey(JobFixture.OWNER, new JobIds(fixture.clock, new java.util.Random()).next());

    assertThat(fixture.useCases.dispatch().dispatch(nobody)).isEqualTo(DispatchOutcome.UNKNOWN);
  }

  @Test
  void dispatch_secondAttemptAfterADeployment_uploadsTheSameBytes() {
    Job job = fixture.accepted();
    fixture.ports.payloads().writeOnce(job.key(), Payloads.Part.SUBMITTED, fixture.bellFile("old"));

    dispatch(job);

    assertThat(fixture.workspace.input(job.key().id())).contains("old");
  }
}
