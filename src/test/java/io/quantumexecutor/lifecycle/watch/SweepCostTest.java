package io.quantumexecutor.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.JobFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many calls a look at very many jobs costs; the numbers are printed. */
class SweepCostTest {
  private static final int FINISHED = 100;

  private final JobFixture fixture = new JobFixture();
  private final List<Job> ours = new ArrayList<>();

  private record Cost(int pages, int single) {
    int all() {
      return pages + single;
    }
  }

  private Cost sweep() {
    fixture.workspace.calls.clear();
    fixture.sweepIsDue();
    assertThat(fixture.tick(Duration.ZERO).troubles()).isEmpty();
    return cost();
  }

  private Cost cost() {
    List<String> calls = fixture.workspace.calls;
    return new Cost(Collections.frequency(calls, "list"), Collections.frequency(calls, "find"));
  }

  private void finish(Job job) {
    fixture.workspace.finish(job.key().id(), "Succeeded", JobFixture.BELL_ANSWER);
  }

  private List<Job> finishSome() {
    int step = ours.size() / FINISHED;
    List<Job> finished = IntStream.range(0, FINISHED).mapToObj(i -> ours.get(i * step)).toList();
    finished.forEach(this::finish);
    return finished;
  }

  /**
   * @param parts in how many turns others and we submitted the jobs
   * @param learning pages that the first look may read beyond 1.1 for each page of ours
   */
  @ParameterizedTest
  @CsvSource({
    "10000, 0, Waiting, 1, 0",
    "5000, 5000, Succeeded, 1, 3",
    "10000, 10000, Succeeded, 100, 3",
    "5000, 5000, Waiting, 50, 55",
  })
  void sweep_manyJobs_costsOneCallAPageAndOneForEachFinishedJob(
      int mine, int others, String word, int parts, int learning) {
    for (int i = 0; i < parts; i++) {
      fixture.workspace.addOthers(others / parts, word);
      fixture.clock.advance(Duration.ofSeconds(1));
      ours.addAll(fixture.watched(mine / parts));
    }
    int unfinished = word.equals("Waiting") ? mine + others : mine;
    int pages = unfinished / ListPager.PAGE * 11 / 10;

    Cost first = sweep();
    Cost next = sweep();
    List<Job> finished = finishSome();
    Cost last = sweep();

    System.out.printf(
        "%,d active jobs, %,d of others (%s, in %d turns): %d calls, then %d, then with %d jobs"
            + " finished %d%n",
        mine, others, word, parts, first.all(), next.all(), FINISHED, last.all());
    assertThat(first.all()).isLessThanOrEqualTo(pages + learning);
    assertThat(next.all()).isLessThanOrEqualTo(pages);
    assertThat(last.all()).isLessThanOrEqualTo(pages + FINISHED);
    assertThat(finished).allMatch(job -> fixture.now(job).status() == JobStatus.COMPLETED);
  }

  @Test
  void sweep_manyOlderJobsOfOthers_passesOverThem() {
    fixture.workspace.addOthers(10_000, "Waiting");
    fixture.clock.advance(Duration.ofMinutes(5));
    ours.addAll(fixture.watched(1_000));

    assertThat(sweep().all()).as("the first page, the search, ten pages").isLessThan(30);
  }

  @Test
  void sweep_jobsReachedTheProviderLateAndInAnyOrder_costsOneCallAPage() {
    ours.addAll(fixture.watched(5_000));
    ours.forEach(job -> fixture.workspace.forget(job.key().id()));
    fixture.clock.advance(Duration.ofHours(8));
    List<Job> shuffled = new ArrayList<>(ours);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.forEach(job -> fixture.workspace.set(job.key().id(), "Waiting"));

    assertThat(sweep()).isEqualTo(new Cost(50, 0));
  }

  @Test
  void sweep_filterHidesUnfinishedJobs_isNotTrusted() {
    fixture.workspace.filterHides = "Daydreaming";
    fixture.workspace.addOthers(1_000, "Succeeded");
    ours.addAll(fixture.watched(500));
    ours.forEach(job -> fixture.workspace.set(job.key().id(), "Daydreaming"));

    assertThat(sweep().all()).as("pages, and as many tries as it takes").isLessThan(35);
    assertThat(sweep()).isEqualTo(new Cost(15, 0));
  }

  @Test
  void sweep_filterIsRefused_goesOnWithoutIt() {
    fixture.workspace.addOthers(1_000, "Succeeded");
    ours.addAll(fixture.watched(500));
    fixture.workspace.duringEachList(
        () -> {
          if (cost().pages() == 3) {
            fixture.refuse("list");
          }
        });

    assertThat(sweep()).isEqualTo(new Cost(16, 0));
    fixture.workspace.duringEachList(() -> {});
    assertThat(sweep()).as("and remembers it").isEqualTo(new Cost(15, 0));
  }

  /** Every call takes so long; ticks until our finished jobs have ended. */
  private int ticks(Duration call, List<Job> finished) {
    fixture.workspace.duringEachList(() -> fixture.clock.advance(call));
    fixture.workspace.duringEachFind(() -> fixture.clock.advance(call));
    fixture.sweepIsDue();
    for (int tick = 1; tick < 100; tick++) {
      Instant due = fixture.clock.instant().plus(Duration.ofSeconds(62));
      fixture.tick(Duration.ofSeconds(2));
      assertThat(fixture.clock.instant()).isBeforeOrEqualTo(due.plus(call));
      if (finished.stream().allMatch(job -> fixture.now(job).isFinal())) {
        return tick;
      }
    }
    return 100;
  }

  @ParameterizedTest
  @CsvSource({"300, 1", "1500, 7"})
  void sweep_listHidesWhatFinishedAndTimeIsShort_getsOnWithEachTick(int millis, int atMost) {
    fixture.workspace.addOthers(1_000, "Succeeded");
    ours.addAll(fixture.watched(3_000));
    sweep();

    assertThat(ticks(Duration.ofMillis(millis), finishSome())).isLessThanOrEqualTo(atMost);
  }

  @Test
  void sweep_timeEndsWithinAPage_leavesTheRestOfIt() {
    ours.addAll(fixture.watched(100));
    ours.forEach(this::finish);

    assertThat(ticks(Duration.ofSeconds(2), ours)).isEqualTo(4);
  }
}
