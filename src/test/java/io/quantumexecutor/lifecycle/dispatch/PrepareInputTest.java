package io.quantumexecutor.lifecycle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.target.ProviderInput;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.Translation;
import org.junit.jupiter.api.Test;

class PrepareInputTest {
  private final JobFixture fixture = new JobFixture();

  @Test
  void made_programThatNeedsTooMuchStack_isRefused() {
    Translation bottomless =
        new Translation(fixture.targets, CircuitLimits.DEFAULT) {
          @Override
          public ProviderInput translate(Submission submission) {
            throw new StackOverflowError();
          }
        };
    PrepareInput prepare = new PrepareInput(fixture.ports.payloads(), bottomless, fixture.work);
    Job job = fixture.accepted();

    assertThatThrownBy(
            () -> prepare.made(job, JobFixture.submission("ionq.simulator", JobFixture.BELL)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo("nested-too-deeply"))
        .hasMessageContaining("nested too deeply");
  }
}
