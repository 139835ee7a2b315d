package io.quantumexecutor.lifecycle.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeJobTest {
  private static final JobChange RENAME = new JobChange(true, "new", List.of("a"), null);
  private static final JobChange HURRY = new JobChange(false, null, null, "High");

  private final JobFixture fixture = new JobFixture();

  private ChangeJob.Outcome change(Job job, JobChange change) {
    return fixture.useCases.change().change(job.key(), change);
  }

  @Test
  void change_nameAndTags_areStoredEvenWhenTheJobHasEnded() {
    Job job = fixture.accepted();
    fixture.useCases.cancel().cancel(job.key());

    change(job, RENAME);

    assertThat(fixture.now(job).summary().name()).isEqualTo("new");
    assertThat(fixture.now(job).summary().tags()).containsExactly("a");
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void change_noName_removesIt() {
    Job job = fixture.accepted();

    change(job, new JobChange(true, null, null, null));

    assertThat(fixture.now(job).summary().name()).isNull();
    assertThat(fixture.now(job).summary().tags()).containsExactly("demo");
  }

  @Test
  void change_beforeDispatch_goesWithTheJob() {
    Job job = fixture.accepted();
    change(job, RENAME);
    change(job, HURRY);

    fixture.useCases.dispatch().dispatch(job.key());

    assertThat(fixture.workspace.created.get(0).name()).isEqualTo("new");
    assertThat(fixture.workspace.created.get(0).priority()).isEqualTo("High");
    assertThat(fixture.workspace.calls).doesNotContain("prioritise High");
  }

  @Test
  void change_priorityOfASubmittedJob_isPassedToTheProviderOnce() {
    Job job = fixture.submitted();

    change(job, HURRY);
    change(job, HURRY);

    assertThat(fixture.workspace.calls).containsOnlyOnce("prioritise High");
    assertThat(fixture.now(job).summary().priority()).isEqualTo("High");
  }

  @Test
  void change_providerRefuses_storesNothing() {
    Job job = fixture.submitted();
    fixture.workspace.failBefore(
        "prioritise High", new QuantumException(Kind.REJECTED, 400, "no", "no", null));

    assertThatThrownBy(() -> change(job, HURRY)).isInstanceOf(QuantumException.class);
    assertThat(fixture.now(job)).isEqualTo(job);
  }

  @Test
  void change_priorityOfAnEndedJob_isRefused() {
    Job job = fixture.accepted();
    fixture.useCases.cancel().cancel(job.key());

    assertThat(change(job, HURRY)).isEqualTo(new ChangeJob.Outcome.Ended(JobStatus.CANCELLED));
  }

  @Test
  void change_priorityWhileAHandlerSubmits_isToBeRepeated() {
    Job job = fixture.accepted();
    fixture.ports.jobs().update(fixture.now(job).claimed(fixture.clock.instant().plusSeconds(60)));

    assertThat(change(job, HURRY)).isInstanceOf(ChangeJob.Outcome.BeingSubmitted.class);
  }
}
