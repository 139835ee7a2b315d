package io.quantumexecutor.lifecycle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.JobTiming;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandlePoisonMessageTest {
  private final JobFixture fixture = new JobFixture();

  private HandlePoisonMessage.Outcome bury(Job job) {
    return fixture.useCases.poison().handle(job.key());
  }

  @Test
  void bury_acceptedJob_goesBackTwiceAndFailsTheThirdTime() {
    Job job = fixture.accepted();

    assertThat(bury(job)).isEqualTo(HandlePoisonMessage.Outcome.PUT_BACK);
    fixture.tick(Duration.ofMinutes(6));
    assertThat(bury(job)).isEqualTo(HandlePoisonMessage.Outcome.PUT_BACK);
    fixture.tick(Duration.ofMinutes(11));
    assertThat(bury(job)).isEqualTo(HandlePoisonMessage.Outcome.FAILED);
    assertThat(fixture.now(job).progress().failure().code()).isEqualTo("buried");
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void bury_sameMessageAgain_countsOnce() {
    Job job = fixture.accepted();
    bury(job);

    for (int i = 0; i < 100; i++) {
      assertThat(bury(job)).isEqualTo(HandlePoisonMessage.Outcome.LEFT_ALONE);
    }
    fixture.tick(Duration.ofMinutes(6));
    assertThat(fixture.useCases.dispatch().dispatch(job.key()))
        .isEqualTo(DispatchOutcome.SUBMITTED);
  }

  @Test
  void bury_putBack_isSentAgainLater() {
    Job job = fixture.accepted();
    bury(job);

    fixture.tick(Duration.ofMinutes(6));

    assertThat(fixture.messages()).hasSize(2);
    assertThat(fixture.useCases.dispatch().dispatch(job.key()))
        .isEqualTo(DispatchOutcome.SUBMITTED);
  }

  @Test
  void bury_providerHasTheJob_adoptsIt() {
    Job job = fixture.accepted();
    fixture.workspace.failAfter("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> fixture.useCases.dispatch().dispatch(job.key())))
        .isInstanceOf(IllegalStateException.class);

    fixture.clock.advance(JobTiming.DEFAULT.claim());

    assertThat(bury(job)).isEqualTo(HandlePoisonMessage.Outcome.ADOPTED);
    assertThat(fixture.now(job).isSubmitted()).isTrue();
    assertThat(fixture.workspace.created).hasSize(1);
  }

  @Test
  void bury_whileAHandlerHoldsTheClaim_putsBack() {
    Job job = fixture.accepted();
    fixture
        .ports
        .jobs()
        .update(fixture.now(job).claimed(fixture.clock.instant().plusSeconds(3600)));

    for (int i = 1; i <= 4; i++) {
      assertThat(bury(job)).isEqualTo(HandlePoisonMessage.Outcome.PUT_BACK);
      fixture.tick(Duration.ofMinutes(5L * i + 1));
    }
    assertThat(fixture.workspace.calls).isEmpty();
  }

  @Test
  void bury_laterStates_areLeftAlone() {
    Job job = fixture.submitted();

    assertThat(bury(job)).isEqualTo(HandlePoisonMessage.Outcome.LEFT_ALONE);
    assertThat(fixture.now(job).version()).isEqualTo(job.version());
  }
}
