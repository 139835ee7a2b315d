package io.quantumexecutor.lifecycle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.lifecycle.Pace;
import io.quantumexecutor.lifecycle.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BuryJobTest {
  private final World world = new World();

  private BuryJob.Outcome bury(Job job) {
    return world.useCases.bury().bury(job.key());
  }

  @Test
  void bury_acceptedJob_goesBackTwiceAndFailsTheThirdTime() {
    Job job = world.accepted();

    assertThat(bury(job)).isEqualTo(BuryJob.Outcome.PUT_BACK);
    world.tick(Duration.ofMinutes(6));
    assertThat(bury(job)).isEqualTo(BuryJob.Outcome.PUT_BACK);
    world.tick(Duration.ofMinutes(11));
    assertThat(bury(job)).isEqualTo(BuryJob.Outcome.FAILED);
    assertThat(world.now(job).progress().failure().code()).isEqualTo("buried");
    assertThat(world.isActive(job)).isFalse();
  }

  @Test
  void bury_sameMessageAgain_countsOnce() {
    Job job = world.accepted();
    bury(job);

    for (int i = 0; i < 100; i++) {
      assertThat(bury(job)).isEqualTo(BuryJob.Outcome.LEFT_ALONE);
    }
    world.tick(Duration.ofMinutes(6));
    assertThat(world.useCases.dispatch().dispatch(job.key()))
        .isEqualTo(DispatchJob.Outcome.SUBMITTED);
  }

  @Test
  void bury_putBack_isSentAgainLater() {
    Job job = world.accepted();
    bury(job);

    world.tick(Duration.ofMinutes(6));

    assertThat(world.messages()).hasSize(2);
    assertThat(world.useCases.dispatch().dispatch(job.key()))
        .isEqualTo(DispatchJob.Outcome.SUBMITTED);
  }

  @Test
  void bury_providerHasTheJob_adoptsIt() {
    Job job = world.accepted();
    world.workspace.failAfter("create", new IllegalStateException("the process died here"));
    assertThat(catchThrowable(() -> world.useCases.dispatch().dispatch(job.key())))
        .isInstanceOf(IllegalStateException.class);

    world.clock.advance(Pace.DEFAULT.claim());

    assertThat(bury(job)).isEqualTo(BuryJob.Outcome.ADOPTED);
    assertThat(world.now(job).isSubmitted()).isTrue();
    assertThat(world.workspace.created).hasSize(1);
  }

  @Test
  void bury_whileAHandlerHoldsTheClaim_putsBack() {
    Job job = world.accepted();
    world.ports.jobs().update(world.now(job).claimed(world.clock.instant().plusSeconds(3600)));

    for (int i = 1; i <= 4; i++) {
      assertThat(bury(job)).isEqualTo(BuryJob.Outcome.PUT_BACK);
      world.tick(Duration.ofMinutes(5L * i + 1));
    }
    assertThat(world.workspace.calls).isEmpty();
  }

  @Test
  void bury_laterStates_areLeftAlone() {
    Job job = world.submitted();

    assertThat(bury(job)).isEqualTo(BuryJob.Outcome.LEFT_ALONE);
    assertThat(world.now(job).version()).isEqualTo(job.version());
  }
}
