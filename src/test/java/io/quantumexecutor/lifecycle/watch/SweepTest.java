package io.quantumexecutor.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.JobFixture;
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

  private final JobFixture fixture = new JobFixture();

  private int sweep() {
    fixture.workspace.calls.clear();
    fixture.sweepIsDue();
    fixture.tick(NOW);
    return fixture.workspace.calls.size();
  }

  private int calls(String operation) {
    return Collections.frequency(fixture.workspace.calls, operation);
  }

  private void finish(Job job) {
    fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);
  }

  private static void eachOf(List<Job> jobs, int step, Consumer<Job> action) {
    for (int i = 0; i < jobs.size(); i += step) {
      action.accept(jobs.get(i));
    }
  }

  private void assertCompleted(Job job) {
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void sweep_onlyOurJobs_costsOneCallAPage() {
    fixture.watched(2_000);

    assertThat(sweep()).isLessThanOrEqualTo(21);
    assertThat(calls("find")).isZero();
  }

  @Test
  void sweep_someFinished_costsOneCallMoreForEach() {
    List<Job> jobs = fixture.watched(2_000);
    sweep();
    eachOf(jobs, 100, this::finish);

    sweep();

    assertThat(calls("list")).isLessThanOrEqualTo(22);
    assertThat(calls("find")).isEqualTo(20);
    eachOf(jobs, 100, this::assertCompleted);
  }

  @Test
  void sweep_mostlyFinishedJobsOfOthers_triesTheStateFilter() {
    fixture.workspace.addOthers(10_000, "Succeeded");
    List<Job> jobs = fixture.watched(2_000);
    finish(jobs.get(7));

    assertThat(sweep()).isLessThanOrEqualTo(28);
    assertCompleted(jobs.get(7));
    assertThat(sweep()).as("and remembers it").isLessThanOrEqualTo(22);
  }

  @Test
  void sweep_filterWithoutEffect_isNotTrusted() {
    fixture.workspace.filterWorks = false;
    fixture.workspace.addOthers(1_000, "Succeeded");
    List<Job> jobs = fixture.watched(500);
    finish(jobs.get(3));

    sweep();

    assertCompleted(jobs.get(3));
    assertThat(calls("find")).isEqualTo(1);
    assertThat(calls("list")).isLessThanOrEqualTo(17);
  }

  @Test
  void sweep_fewJobsAmongVeryManyUnfinishedOnes_isDoneByCallsOfTheirOwn() {
    fixture.workspace.addOthers(10_000, "Waiting");
    List<Job> jobs = fixture.watched(10);
    finish(jobs.get(3));

    assertThat(sweep()).as("at most twice the best").isLessThanOrEqualTo(21);
    assertCompleted(jobs.get(3));
    sweep();
    assertThat(calls("list")).isZero();
    assertThat(calls("find")).isEqualTo(9);
  }

  @Test
  void sweep_oneBadJob_doesNotStopTheRest() {
    List<Job> jobs = fixture.watched(50);
    jobs.forEach(this::finish);
    fixture.workspace.failBefore("output", new IllegalStateException("a bug"));
    fixture.workspace.failBefore(
        "output", new QuantumException(Kind.TRY_LATER, 500, "broken", "broken", null));

    sweep();
    fixture.passMinutes(1);
    sweep();

    jobs.forEach(this::assertCompleted);
  }

  @Test
  void sweep_outOfTime_goesOnWhereItStopped() {
    List<Job> jobs = fixture.watched(600);
    jobs.forEach(this::finish);
    fixture.workspace.duringEachFind(() -> fixture.clock.advance(Duration.ofSeconds(1)));
    fixture.sweepIsDue();

    int ticks = 0;
    while (fixture.storage.table("activejobs").all().size() > 1 && ticks++ < 50) {
      fixture.tick(Duration.ofSeconds(1));
    }

    jobs.forEach(this::assertCompleted);
    assertThat(Collections.frequency(fixture.workspace.calls, "find")).isEqualTo(600);
  }

  /** Ticks of a minute until the job has ended, while each page of the list takes so long. */
  private int ticksUntilEnded(Job job, Duration page) {
    finish(job);
    fixture.workspace.duringEachList(() -> fixture.clock.advance(page));
    fixture.sweepIsDue();
    int ticks = 0;
    while (!fixture.now(job).isFinal() && ticks < 50) {
      fixture.tick(Duration.ofSeconds(2));
      ticks++;
    }
    return ticks;
  }

  @Test
  void sweep_moreThanATickCanDo_goesOnWithTheNext() {
    Job last = fixture.watched(6_000).get(5_999);

    assertThat(ticksUntilEnded(last, Duration.ofMillis(1_500))).isEqualTo(2);

    assertThat(calls("list")).as("60 pages, and the search for the place").isLessThan(90);
    assertThat(calls("find")).isEqualTo(1);
  }

  @Test
  void sweep_goesOnAmongFinishedJobsOfOthers_keepsTheStateFilter() {
    fixture.watched(2_000);
    fixture.workspace.addOthers(4_000, "Succeeded");
    Job last = fixture.watched(2_000).get(1_999);

    assertThat(ticksUntilEnded(last, Duration.ofMillis(1_200))).isEqualTo(2);

    assertThat(calls("list")).isLessThan(110);
    assertThat(calls("find")).isEqualTo(1);
  }

  @Test
  void look_oldJobs_areLeftAloneLongerThanYoungOnes() {
    assertThat(Backoff.look(Duration.ofSeconds(5), false)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.look(Duration.ofMinutes(20), false)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Backoff.look(Duration.ofDays(20), false)).isEqualTo(Duration.ofMinutes(5));
    assertThat(Backoff.look(Duration.ofDays(20), true)).isEqualTo(Duration.ofSeconds(15));
  }

  private void refuseEverything() {
    QuantumException denied = new QuantumException(Kind.DENIED, 401, "AADSTS7000222", "no", null);
    for (int i = 0; i < 200; i++) {
      fixture.workspace.failBefore("find", denied);
      fixture.workspace.failBefore("list", denied);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void sweep_workspaceRefusesUsForLongerThanJobsLive_givesTheJobsUp(int many) {
    List<Job> jobs = fixture.watched(many);
    refuseEverything();

    fixture.clock.advance(Duration.ofDays(44));
    sweep();
    assertThat(jobs).allMatch(job -> !fixture.now(job).isFinal());

    fixture.clock.advance(Duration.ofDays(2));
    sweep();
    assertThat(jobs)
        .allSatisfy(
            job -> {
              assertThat(fixture.now(job).status()).isEqualTo(JobStatus.FAILED);
              assertThat(fixture.now(job).progress().failure().code()).isEqualTo("AADSTS7000222");
              assertThat(fixture.isActive(job)).isFalse();
            });
  }
}
