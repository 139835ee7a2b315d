package io.quantumexecutor.lifecycle.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.World;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeJobTest {
  private static final JobChange RENAME = new JobChange(true, "new", List.of("a"), null);
  private static final JobChange HURRY = new JobChange(false, null, null, "High");

  private final World world = new World();

  private ChangeJob.Outcome change(Job job, JobChange change) {
    return world.useCases.change().change(job.key(), change);
  }

  @Test
  void change_nameAndTags_areStoredEvenWhenTheJobHasEnded() {
    Job job = world.accepted();
    world.useCases.cancel().cancel(job.key());

    change(job, RENAME);

    assertThat(world.now(job).summary().name()).isEqualTo("new");
    assertThat(world.now(job).summary().tags()).containsExactly("a");
    assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void change_noName_removesIt() {
    Job job = world.accepted();

    change(job, new JobChange(true, null, null, null));

    assertThat(world.now(job).summary().name()).isNull();
    assertThat(world.now(job).summary().tags()).containsExactly("demo");
  }

  @Test
  void change_beforeDispatch_goesWithTheJob() {
    Job job = world.accepted();
    change(job, RENAME);
    change(job, HURRY);

    world.useCases.dispatch().dispatch(job.key());

    assertThat(world.workspace.created.get(0).name()).isEqualTo("new");
    assertThat(world.workspace.created.get(0).priority()).isEqualTo("High");
    assertThat(world.workspace.calls).doesNotContain("prioritise High");
  }

  @Test
  void change_priorityOfASubmittedJob_isPassedToTheProviderOnce() {
    Job job = world.submitted();

    change(job, HURRY);
    change(job, HURRY);

    assertThat(world.workspace.calls).containsOnlyOnce("prioritise High");
    assertThat(world.now(job).summary().priority()).isEqualTo("High");
  }

  @Test
  void change_providerRefuses_storesNothing() {
    Job job = world.submitted();
    world.workspace.failBefore(
        "prioritise High", new QuantumException(Kind.REJECTED, 400, "no", "no", null));

    assertThatThrownBy(() -> change(job, HURRY)).isInstanceOf(QuantumException.class);
    assertThat(world.now(job)).isEqualTo(job);
  }

  @Test
  void change_priorityOfAnEndedJob_isRefused() {
    Job job = world.accepted();
    world.useCases.cancel().cancel(job.key());

    assertThat(change(job, HURRY)).isEqualTo(new ChangeJob.Outcome.Ended(JobStatus.CANCELLED));
  }

  @Test
  void change_priorityWhileAHandlerSubmits_isToBeRepeated() {
    Job job = world.accepted();
    world.ports.jobs().update(world.now(job).claimed(world.clock.instant().plusSeconds(60)));

    assertThat(change(job, HURRY)).isInstanceOf(ChangeJob.Outcome.BeingSubmitted.class);
  }
}
