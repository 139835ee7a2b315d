package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.quantumexecutor.local.emulator.EmulatedSession.Definition;
import io.quantumexecutor.local.emulator.EmulatedSession.FailurePolicy;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.local.emulator.JobDefinition.DataUris;
import io.quantumexecutor.local.emulator.JobDefinition.Formats;
import io.quantumexecutor.local.emulator.JobDefinition.JobLabels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EmulatedSessionTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ProviderClock clock = new ProviderClock();

  private EmulatedSession session(FailurePolicy policy) {
    return new EmulatedSession(
        "s", new Definition("session", "ionq", "ionq.simulator", policy, "Standard"), clock);
  }

  private EmulatedJob job() {
    JobDefinition definition =
        new JobDefinition(
            new JobLabels("job", "Standard", EmulatorJson.array()),
            "ionq",
            "ionq.simulator",
            new DataUris("", ""),
            new Formats("", ""),
            NullNode.instance,
            NullNode.instance,
            "s",
            "QuantumComputing");
    return new EmulatedJob("j", definition, new JobLife(clock, MINUTE, MINUTE, MINUTE));
  }

  private EmulatedJob failedJob() {
    EmulatedJob job = job();
    clock.advance(MINUTE.multipliedBy(2));
    JobFailure failure = JobFailure.invalidInput("wrong");
    job.run()
        .complete(new JobOutcome(Optional.of(failure), "outputData", Map.of(), clock.instant()));
    return job;
  }

  @Test
  void state_withoutJobs_waitsAndCloseSucceeds() {
    EmulatedSession session = session(FailurePolicy.ABORT);

    assertThat(session.state(List.of()).status()).isEqualTo("Waiting");
    session.close(List.of());
    assertThat(session.state(List.of()).status()).isEqualTo("Succeeded");
  }

  @Test
  void state_failedJobUnderAbort_failsAtOnce() {
    EmulatedSession session = session(FailurePolicy.ABORT);
    EmulatedJob failed = failedJob();

    assertThat(session.state(List.of(failed)).status()).isEqualTo("Failed");
    assertThat(session.state(List.of(failed)).ended()).contains(clock.instant());
  }

  @Test
  void state_failedJobUnderContinue_goesOnUntilClosed() {
    EmulatedSession session = session(FailurePolicy.CONTINUE);
    List<EmulatedJob> jobs = List.of(failedJob(), job());

    assertThat(session.state(jobs).status()).isEqualTo("Failure(s)");
    assertThat(session.state(jobs).ended()).isEmpty();
    session.close(jobs);
    assertThat(session.state(jobs).status()).isEqualTo("Failed");
  }

  @Test
  void state_tenMinutesWithoutANewJob_timesOut() {
    EmulatedSession session = session(FailurePolicy.ABORT);
    clock.advance(MINUTE.multipliedBy(9));
    List<EmulatedJob> jobs = List.of(job());

    clock.advance(MINUTE.multipliedBy(9));
    assertThat(session.state(jobs).status()).isEqualTo("Executing");
    clock.advance(MINUTE);
    assertThat(session.state(jobs).status()).isEqualTo("TimedOut");
    session.close(jobs);
    assertThat(session.state(jobs).status()).isEqualTo("TimedOut");
  }
}
