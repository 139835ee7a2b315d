package io.quantumexecutor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.faults.SimulatedProvider.ProviderQuirks;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.IdempotencyKey;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Thousands of deployments, each with its own mix of everything that can go wrong. */
class RandomMixTest {
  private static final Duration FAULTS = Duration.ofMinutes(40);
  private static final long SEEDS = Long.getLong("faults.seeds", 2_000);
  private static final URI RECEIVER = URI.create("https://example.com/jobs");
  private static final int MAX_BROKEN = 10;
  private static final List<Release> UPGRADES =
      List.of(Release.TODAY, Release.OTHER_LAYOUT, Release.WITHOUT_TARGET);
  private static final Long ONLY = Long.getLong("faults.seed");

  @Test
  void anyJobs_anyMixOfFaults_keepEveryInvariant() {
    Map<Fault, Integer> fired = new ConcurrentHashMap<>();
    Queue<String> broken = new ConcurrentLinkedQueue<>();
    long first = ONLY == null ? 1 : ONLY;
    long last = ONLY == null ? SEEDS : ONLY;
    LongStream.rangeClosed(first, last)
        .parallel()
        .filter(seed -> broken.size() < MAX_BROKEN)
        .forEach(seed -> run(seed, fired, broken));

    System.out.printf(
        "%d seeds, %d invariants broken, faults fired: %s%n",
        last - first + 1, broken.size(), new TreeMap<>(fired));
    assertThat(broken).isEmpty();
    if (ONLY == null) {
      Set<Fault> all = EnumSet.complementOf(EnumSet.of(Fault.NONE, Fault.OVERFLOW));
      // A stack that overflows may rightly be the end of a job: see CollectFaultsTest.
      assertThat(fired).containsOnlyKeys(all.toArray(Fault[]::new));
    }
  }

  private static void run(long seed, Map<Fault, Integer> fired, Queue<String> broken) {
    try {
      run(seed).forEach((fault, times) -> fired.merge(fault, times, Integer::sum));
    } catch (AssertionError e) {
      broken.add(e.getMessage());
    }
  }

  static Map<Fault, Integer> run(long seed) {
    Simulation fixture =
        new Simulation(seed, seed % 2 == 0 ? ProviderQuirks.GOOD : ProviderQuirks.BAD);
    fixture.rollout().upgradeTo(UPGRADES.get((int) (seed % UPGRADES.size())));
    try {
      if (ONLY != null) {
        fixture.injector.trace(System.out::println);
      }
      populate(fixture);
      fixture.injector.follow(new RandomPlan(fixture.random, fixture.clock, FAULTS));
      fixture.run();
      fixture.growOld();
      return fixture.fired();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "seed "
              + seed
              + " broke an invariant: "
              + e
              + "; again: mvn test -Dtest=RandomMixTest -Dfaults.seed="
              + seed,
          e);
    }
  }

  private static void populate(Simulation fixture) {
    Random random = fixture.random;
    int jobs = 1 + random.nextInt(5);
    for (int i = 0; i < jobs; i++) {
      IdempotencyKey key =
          random.nextInt(4) == 0 ? null : new IdempotencyKey("ab" + i, "fingerprint");
      fixture.submitAfter(
          soon(random),
          new Client(
              key,
              "",
              random.nextBoolean() ? EventFilter.ALL : EventFilter.END,
              random.nextBoolean() ? RECEIVER : null));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      fixture.after(soon(random), Simulation::cancelOne);
    }
    if (random.nextInt(4) == 0) {
      fixture.after(soon(random), Simulation::renameOne);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      fixture.after(soon(random).multipliedBy(2), Simulation::deleteOne);
      fixture.after(soon(random).multipliedBy(2), Simulation::retryOne);
    }
    if (random.nextBoolean()) {
      fixture.after(soon(random), Simulation::drop);
    }
    if (random.nextInt(4) == 0) {
      Duration jump = Duration.ofMinutes(random.nextInt(21) - 10);
      fixture.after(soon(random), any -> fixture.clock.advance(jump));
    }
  }

  private static Duration soon(Random random) {
    return Duration.ofSeconds(random.nextInt(1_200));
  }
}
