package io.quantumexecutor.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.faults.SimulatedProvider.ProviderQuirks;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.storage.StorageAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The harness finds the bugs that are planted for it, and gives the same run for the same seed. */
class HarnessTest {
  private static final int SEEDS = 300;

  @Test
  void resultWrittenAfterTheStatus_deathInBetween_isFound() {
    assertThatThrownBy(
            () -> {
              for (int write = 0; write < 40; write++) {
                Simulation fixture = oneJob(1, PlantedBugs.ResultAfterStatus::new);
                fixture.injector.follow(FaultPlan.crashAtWrite(write));
                fixture.run();
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is COMPLETED without its result");
  }

  @Test
  void eventsSentAfterTheyAreCleared_deathInBetween_isFound() {
    assertThatThrownBy(
            () -> {
              for (int write = 0; write < 40; write++) {
                Simulation fixture = oneJob(1, PlantedBugs.EventsAfterClearing::new);
                fixture.injector.follow(FaultPlan.crashAtWrite(write));
                fixture.run();
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("never told that it is COMPLETED");
  }

  @Test
  void inputMadeAgainAtCollecting_upgradeInBetween_isFound() {
    assertThatThrownBy(
            () -> {
              for (int write = 0; write < 40; write++) {
                AtomicReference<Release> running = new AtomicReference<>(Release.TODAY);
                Simulation fixture =
                    oneJob(1, account -> new PlantedBugs.InputMadeAgain(account, running::get));
                fixture.rollout().upgradeTo(Release.OTHER_LAYOUT);
                fixture.rollout().onUpgrade(running::set);
                fixture.injector.follow(FaultPlan.upgradeAtWrite(write));
                fixture.run();
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("counted [10]");
  }

  @Test
  void versionsNotCompared_twoHandlersAtOnce_areFound() {
    assertThatThrownBy(
            () -> {
              for (int seed = 1; seed < SEEDS; seed++) {
                Simulation fixture = oneJob(seed, PlantedBugs.LastWriteWins::new);
                fixture.injector.follow(
                    new RandomPlan(fixture.random, fixture.clock, Duration.ofMinutes(40)));
                fixture.run();
              }
            })
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void crash_atAWriteThatIsNeverMade_isSeenNotToHaveFired() {
    Simulation fixture = oneJob(1, account -> account);
    fixture.injector.follow(FaultPlan.crashAtWrite(1_000_000));
    fixture.run();

    assertThat(fixture.fired()).isEmpty();
  }

  @Test
  void run_sameSeed_isTheSameRun() {
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Simulation fixture = oneJob(7, account -> account);
      fixture.injector.follow(
          new RandomPlan(fixture.random, fixture.clock, Duration.ofMinutes(40)));
      fixture.run();
      runs.add(fixture.injector.writeNames());
    }

    assertThat(runs.get(0)).isNotEmpty().isEqualTo(runs.get(1));
  }

  private static Simulation oneJob(long seed, UnaryOperator<StorageAccount> flaw) {
    Simulation fixture = new Simulation(seed, ProviderQuirks.STEADY, flaw);
    fixture.submitAfter(Duration.ZERO, new Client(new IdempotencyKey("ab", "fingerprint"), ""));
    return fixture;
  }
}
