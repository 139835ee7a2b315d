package io.quantumexecutor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.faults.SimulatedProvider.Manners;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Notice;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A process that dies at any write, from accepting a job to its last event, loses no event. */
class EventGapsTest {
  private static final Notice EVERYTHING =
      new Notice(Notice.Events.ALL, URI.create("https://example.com/jobs"));

  private static Simulation run(FaultPlan plan) {
    Simulation world = new Simulation(1, Manners.STEADY);
    world.submitAfter(
        Duration.ZERO, new Client(new IdempotencyKey("ab", "fingerprint"), "", EVERYTHING));
    world.after(Duration.ofMinutes(1), Simulation::dropNonsense);
    world.injector.follow(plan);
    world.run();
    return world;
  }

  @Test
  void death_atEachWrite_losesNoEvent() {
    int writes = run(FaultPlan.NONE).injector.writeNames().size();

    for (int write = 0; write < writes; write++) {
      assertThat(run(FaultPlan.crashAtWrite(write)).fired()).isNotEmpty();
    }
  }

  @Test
  void death_atEachPairOfWrites_losesNoEvent() {
    int writes = run(FaultPlan.NONE).injector.writeNames().size();

    for (int first = 0; first < writes; first++) {
      for (int second = first + 1; second < first + 12; second++) {
        run(FaultPlan.crashAtWrites(first, second));
      }
    }
  }
}
