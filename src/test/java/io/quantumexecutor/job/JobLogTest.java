package io.quantumexecutor.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.lifecycle.Pace;
import io.quantumexecutor.lifecycle.World;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobLogTest {
  private final World world = new World();

  private static Object change(Map<String, Object> line) {
    return line.get("from") + ">" + line.get("to");
  }

  @Test
  void job_onItsWay_leavesOneLineForEachChange() {
    Job job = world.submitted();
    world.tick(Duration.ofSeconds(2));
    world.workspace.set(job.key().id(), "Executing");
    world.tick(Duration.ofSeconds(2));
    world.tick(Duration.ofSeconds(2));
    world.workspace.finish(job.key().id(), "Succeeded", World.BELL_ANSWER);
    world.tick(Duration.ofSeconds(2));

    assertThat(world.lines)
        .extracting(JobLogTest::change)
        .containsExactly(">QUEUED", "QUEUED>QUEUED", "QUEUED>RUNNING", "RUNNING>COMPLETED");
    assertThat(world.lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry("event", "job-state")
                    .containsEntry("job", job.key().id().toString())
                    .containsEntry("owner", World.OWNER.key()));
  }

  @Test
  void job_heldAndBuried_isSaidWithTheReason() {
    Job job = world.accepted();
    world.workspace.failBefore(
        "create", new QuantumException(Kind.TRY_LATER, 409, "TargetUnavailable", "down", null));
    world.useCases.dispatch().dispatch(job.key());
    world.clock.advance(Pace.DEFAULT.claim());
    world.useCases.bury().bury(job.key());

    assertThat(world.lines)
        .extracting(line -> line.get("to") + ": " + line.get("why"))
        .contains("HELD: TargetUnavailable", "BURIED: its message was given up");
  }
}
