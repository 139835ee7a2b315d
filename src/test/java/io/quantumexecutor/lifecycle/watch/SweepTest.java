package io.quantumexecutor.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.Delays;
import io.quantumexecutor.lifecycle.World;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many calls a look at many jobs costs, and that it sees every one of them. */
class SweepTest {
  private static final Duration NOW = Duration.ZERO;

  private final World world = new World();

  private int sweep() {
    world.workspace.calls.clear();
    world.sweepIsDue();
    world.tick(NOW);
    return world.workspace.calls.size();
  }

  private int calls(String operation) {
    return Collections.frequency(world.workspace.calls, operation);
  }

  private void finish(Job job) {
    world.workspace.finish(job.key().id(), "Succeeded", World.BELL_ANSWER);
  }

  private static void eachOf(List<Job> jobs, int step, Consumer<Job> action) {
    for (int i = 0; i < jobs.size(); i += step) {
      action.accept(jobs.get(i));
    }
  }

  private void assertCompleted(Job job) {
    assertThat(world.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void sweep_onlyOurJobs_costsOneCallAPage() {
    world.watched(2_000);

    assertThat(sweep()).isLessThanOrEqualTo(21);
    assertThat(calls("find")).isZero();
  }

  @Test
  void sweep_someFinished_costsOneCallMoreForEach() {
    List<Job> jobs = world.watched(2_000);
    sweep();
    eachOf(jobs, 100, this::finish);

    sweep();

    assertThat(calls("list")).isLessThanOrEqualTo(22);
    assertThat(calls("find")).isEqualTo(20);
    eachOf(jobs, 100, this::assertCompleted);
  }

  @Test
  void sweep_mostlyFinishedJobsOfOthers_triesTheStateFilter() {
    world.workspace.addOthers(10_000, "Succeeded");
    List<Job> jobs = world.watched(2_000);
    finish(jobs.get(7));

    assertThat(sweep()).isLessThanOrEqualTo(28);
    assertCompleted(jobs.get(7));
    assertThat(sweep()).as("and remembers it").isLessThanOrEqualTo(22);
  }

  @Test
  void sweep_filterWithoutEffect_isNotTrusted() {
    world.workspace.filterWorks = false;
    world.workspace.addOthers(1_000, "Succeeded");
    List<Job> jobs = world.watched(500);
    finish(jobs.get(3));

    sweep();

    assertCompleted(jobs.get(3));
    assertThat(calls("find")).isEqualTo(1);
    assertThat(calls("list")).isLessThanOrEqualTo(17);
  }

  @Test
  void sweep_fewJobsAmongVeryManyUnfinishedOnes_isDoneByCallsOfTheirOwn() {
    world.workspace.addOthers(10_000, "Waiting");
    List<Job> jobs = world.watched(10);
    finish(jobs.get(3));

    assertThat(sweep()).as("at most twice the best").isLessThanOrEqualTo(21);
    assertCompleted(jobs.get(3));
    sweep();
    assertThat(calls("list")).isZero();
    assertThat(calls("find")).isEqualTo(9);
  }

  @Test
  void sweep_oneBadJob_doesNotStopTheRest() {
    List<Job> jobs = world.watched(50);
    jobs.forEach(this::finish);
    world.workspace.failBefore("output", new IllegalStateException("a bug"));
    world.workspace.failBefore(
        "output", new QuantumException(Kind.TRY_LATER, 500, "broken", "broken", null));

    sweep();
    sweep();

    jobs.forEach(this::assertCompleted);
  }

  @Test
  void sweep_outOfTime_goesOnWhereItStopped() {
    List<Job> jobs = world.watched(600);
    jobs.forEach(this::finish);
    world.workspace.duringEachFind(() -> world.clock.advance(Duration.ofSeconds(1)));
    world.sweepIsDue();

    int ticks = 0;
    while (world.storage.table("activejobs").all().size() > 1 && ticks++ < 50) {
      world.tick(Duration.ofSeconds(1));
    }

    jobs.forEach(this::assertCompleted);
    assertThat(Collections.frequency(world.workspace.calls, "find")).isEqualTo(600);
  }

  @Test
  void sweep_moreThanOneInstanceCanDo_handsRangesOver() {
    List<Job> jobs = world.watched(27_000);
    finish(jobs.get(26_999));
    sweep();
    assertThat(world.now(jobs.get(26_999)).isFinal()).isFalse();
    assertThat(world.ranges()).hasSize(2);

    world.ranges().forEach(it -> world.useCases.poll().range(it, Duration.ofMinutes(1)));

    assertCompleted(jobs.get(26_999));
  }

  @Test
  void look_oldJobs_areLeftAloneLongerThanYoungOnes() {
    assertThat(Delays.look(Duration.ofSeconds(5), false)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Delays.look(Duration.ofMinutes(20), false)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Delays.look(Duration.ofDays(20), false)).isEqualTo(Duration.ofMinutes(5));
    assertThat(Delays.look(Duration.ofDays(20), true)).isEqualTo(Duration.ofSeconds(15));
  }

  private void refuseEverything() {
    QuantumException denied = new QuantumException(Kind.DENIED, 401, "AADSTS7000222", "no", null);
    for (int i = 0; i < 200; i++) {
      world.workspace.failBefore("find", denied);
      world.workspace.failBefore("list", denied);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void sweep_workspaceRefusesUsForLongerThanJobsLive_givesTheJobsUp(int many) {
    List<Job> jobs = world.watched(many);
    refuseEverything();

    world.clock.advance(Duration.ofDays(44));
    sweep();
    assertThat(jobs).allMatch(job -> !world.now(job).isFinal());

    world.clock.advance(Duration.ofDays(2));
    sweep();
    assertThat(jobs)
        .allSatisfy(
            job -> {
              assertThat(world.now(job).status()).isEqualTo(JobStatus.FAILED);
              assertThat(world.now(job).progress().failure().code()).isEqualTo("AADSTS7000222");
              assertThat(world.isActive(job)).isFalse();
            });
  }
}
