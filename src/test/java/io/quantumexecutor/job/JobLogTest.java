package io.quantumexecutor.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobLogTest {
  private final JobFixture fixture = new JobFixture();

  private static Object change(Map<String, Object> line) {
    return line.get("from") + ">" + line.get("to");
  }

  @Test
  void job_onItsWay_leavesOneLineForEachChange() {
    Job job = fixture.submitted();
    fixture.tick(Duration.ofSeconds(2));
    fixture.workspace.set(job.key().id(), "Executing");
    fixture.tick(Duration.ofSeconds(2));
    fixture.tick(Duration.ofSeconds(2));
    fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);
    fixture.tick(Duration.ofSeconds(2));

    assertThat(fixture.lines)
        .extracting(JobLogTest::change)
        .containsExactly(">QUEUED", "QUEUED>QUEUED", "QUEUED>RUNNING", "RUNNING>COMPLETED");
    assertThat(fixture.lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry("event", "job-state")
                    .containsEntry("job", job.key().id().toString())
                    .containsEntry("owner", JobFixture.OWNER.key()));
  }

  @Test
  void job_heldAndBuried_isSaidWithTheReason() {
    Job job = fixture.accepted();
    fixture.workspace.failBefore(
        "create", new QuantumException(Kind.TRY_LATER, 409, "TargetUnavailable", "down", null));
    fixture.useCases.dispatch().dispatch(job.key());
    fixture.clock.advance(JobTiming.DEFAULT.claim());
    fixture.useCases.poison().handle(job.key());

    assertThat(fixture.lines)
        .extracting(line -> line.get("to") + ": " + line.get("why"))
        .contains("HELD: TargetUnavailable", "BURIED: its message was given up");
  }
}
