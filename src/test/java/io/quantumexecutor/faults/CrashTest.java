package io.quantumexecutor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies at every write, and at every pair of writes, of every story. */
class CrashTest {
  private static final String STORIES = "io.quantumexecutor.faults.WriteMap#stories";

  @ParameterizedTest
  @MethodSource(STORIES)
  void story_withoutFaults_makesExactlyTheWritesOfTheMap(WriteMap story) {
    Simulation fixture = story.fixture();
    fixture.run();

    assertThat(fixture.injector.writeNames())
        .filteredOn(name -> !name.contains("~"))
        .isEqualTo(story.writes());
  }

  @ParameterizedTest
  @MethodSource(STORIES)
  void story_deathAtAnyWrite_endsWellAllTheSame(WriteMap story) {
    int writes = length(story);

    for (int write = 0; write < writes; write++) {
      assertThat(deaths(story, FaultPlan.crashAtWrite(write))).as("write %d", write).isEqualTo(1);
    }
    System.out.println(story + ": " + writes + " gaps");
  }

  @ParameterizedTest
  @MethodSource(STORIES)
  void story_deathAtAnyTwoWrites_endsWellAllTheSame(WriteMap story) {
    int writes = length(story);
    int pairs = 0;

    for (int first = 0; first < writes; first++) {
      int second = first + 1;
      while (deaths(story, FaultPlan.crashAtWrites(first, second)) == 2) {
        second++;
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThanOrEqualTo(writes - 1);
    System.out.println(story + ": " + pairs + " pairs of gaps");
  }

  @ParameterizedTest
  @MethodSource(STORIES)
  void story_upgradeBeforeAnyWrite_endsAsTheVersionThatSentItMeant(WriteMap story) {
    int writes = length(story);

    for (Release release : List.of(Release.OTHER_LAYOUT, Release.WITHOUT_TARGET)) {
      for (int write = 0; write < writes; write++) {
        Simulation fixture = story.fixture();
        fixture.rollout().upgradeTo(release);
        fixture.injector.follow(FaultPlan.upgradeAtWrite(write));
        runToTheEnd(story, fixture);

        assertThat(fixture.fired()).as("write %d", write).containsEntry(Fault.UPGRADE, 1);
        assertThat(fixture.rollout().running()).isEqualTo(release);
      }
    }
  }

  private static int length(WriteMap story) {
    Simulation fixture = story.fixture();
    fixture.run();
    return fixture.injector.writeNames().size();
  }

  private static int deaths(WriteMap story, FaultPlan plan) {
    Simulation fixture = story.fixture();
    fixture.injector.follow(plan);
    runToTheEnd(story, fixture);
    return fixture.fired().getOrDefault(Fault.CRASH_BEFORE, 0);
  }

  private static void runToTheEnd(WriteMap story, Simulation fixture) {
    try {
      fixture.run();
      fixture.growOld();
    } catch (AssertionError e) {
      throw new AssertionError(story + " after " + fixture.injector.writeNames(), e);
    }
  }
}
