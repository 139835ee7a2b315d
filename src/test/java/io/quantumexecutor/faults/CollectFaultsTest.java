package io.quantumexecutor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.faults.SimulatedProvider.ProviderQuirks;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.storage.StorageClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answer of one job is poison: it alone comes to a bad end, and to an end. */
class CollectFaultsTest {
  private static final int JOBS = 6;
  private static final int SMALL = 1;
  private static final int LARGE = 2 << 20;

  /** Long before the poisoned job is given up. */
  private static final Duration SOON = Duration.ofSeconds(100);

  private final Simulation fixture = new Simulation(1, ProviderQuirks.STEADY);
  private final List<Client> clients = new ArrayList<>();
  private final List<JobStatus> soon = new ArrayList<>();

  @Test
  void collecting_neverSucceeds_failsAfterAWeekAndHoldsUpNobody() {
    submitAll(SMALL);
    Duration lasted = run("results write raw", Fault.FAIL_BEFORE);

    assertThat(fixture.fired().get(Fault.FAIL_BEFORE)).isGreaterThan(100);
    assertThat(lasted).isBetween(Duration.ofDays(7), Duration.ofDays(8));
    assertOnlyTheFirstFailed("storage did not answer as it should");
  }

  @Test
  void collecting_overflowsTheStackEachTime_failsAtTheThirdTry() {
    submitAll(SMALL);
    Duration lasted = run("results write result.json", Fault.OVERFLOW);

    assertThat(fixture.fired()).containsEntry(Fault.OVERFLOW, 3);
    assertThat(lasted).isLessThan(Duration.ofMinutes(10));
    assertOnlyTheFirstFailed("the answer is nested too deeply");
  }

  @Test
  void decoding_endsTheProcessEachTime_failsAfterTheThirdDeath() {
    submitAll(LARGE);
    Duration lasted = run("results write result.json", Fault.CRASH_BEFORE);

    assertThat(fixture.fired()).containsEntry(Fault.CRASH_BEFORE, 3);
    assertThat(lasted).isLessThan(Duration.ofMinutes(30));
    assertOnlyTheFirstFailed("decoding the answer ended the process 3 times");
  }

  @Test
  void decoding_endsTheProcessTwice_completesAllTheSame() {
    submitAll(LARGE);
    int[] deaths = {0};
    fixture.injector.follow(
        (site, write) ->
            isOfSpoiled(site, "results write result.json") && deaths[0]++ < 2
                ? Fault.CRASH_BEFORE
                : Fault.NONE);
    fixture.run();

    assertThat(fixture.fired()).containsEntry(Fault.CRASH_BEFORE, 2);
    assertThat(jobs()).extracting(Job::status).containsOnly(JobStatus.COMPLETED);
  }

  @Test
  void story_stackOverflowAtAnyCall_losesNothing() {
    int calls = 0;
    while (overflowAt(calls)) {
      calls++;
    }

    assertThat(calls).isGreaterThan(40);
    System.out.println("stack overflow at each of " + calls + " calls");
  }

  /** False if there was no such call. */
  private static boolean overflowAt(int number) {
    Simulation one = new Simulation(1, ProviderQuirks.STEADY);
    one.submitAfter(Duration.ZERO, new Client(new IdempotencyKey("ab", "fingerprint"), ""));
    int[] calls = {0};
    // The targets are asked for while the program is read: there it is the end of the job.
    one.injector.follow(
        (site, write) ->
            !site.name().equals("azure targets") && calls[0]++ == number
                ? Fault.OVERFLOW
                : Fault.NONE);
    one.run();
    return one.fired().containsKey(Fault.OVERFLOW);
  }

  private void submitAll(int padding) {
    fixture.provider.spoilFirst(padding);
    for (int i = 0; i < JOBS; i++) {
      Client client = new Client(new IdempotencyKey("ab" + i, "fingerprint"), "");
      clients.add(client);
      fixture.submitAfter(Duration.ofSeconds(5L * i), client);
    }
    fixture.after(SOON, any -> jobs().forEach(job -> soon.add(job.status())));
  }

  private Duration run(String place, Fault fault) {
    fixture.injector.follow((site, write) -> isOfSpoiled(site, place) ? fault : Fault.NONE);
    return fixture.run();
  }

  private boolean isOfSpoiled(CallSite site, String place) {
    return site.name().equals(place) && fixture.provider.hasJustAnsweredSpoiled();
  }

  private void assertOnlyTheFirstFailed(String reason) {
    assertThat(soon.get(0).isFinal()).isFalse();
    assertThat(soon.subList(1, JOBS)).containsOnly(JobStatus.COMPLETED);
    List<Job> jobs = jobs();
    assertThat(jobs.get(0).status()).isEqualTo(JobStatus.FAILED);
    assertThat(jobs.get(0).progress().failure().code()).isEqualTo("collect-failed");
    assertThat(jobs.get(0).progress().failure().message()).endsWith(reason);
    assertThat(jobs.subList(1, JOBS)).extracting(Job::status).containsOnly(JobStatus.COMPLETED);
  }

  private List<Job> jobs() {
    JobStore store = new StorageClients(fixture.storage, () -> "reader", line -> {}).jobs();
    return clients.stream()
        .map(client -> store.find(client.accepted().orElseThrow()).orElseThrow())
        .toList();
  }
}
