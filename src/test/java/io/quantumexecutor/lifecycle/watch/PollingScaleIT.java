package io.quantumexecutor.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.local.emulator.EmulatorSettings;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.local.emulator.QuantumEmulator;
import io.quantumexecutor.quantum.BlobHosts;
import io.quantumexecutor.quantum.ClientLimits;
import io.quantumexecutor.quantum.Pause;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.quantum.QuantumEndpoint;
import io.quantumexecutor.workspace.FakeWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import io.quantumexecutor.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What polling costs when there are very many jobs; the numbers are printed. */
@Timeout(240)
@Isolated("measures the heap of this JVM")
final class PollingScaleIT {
  private static final int OURS = 10_000;
  private static final int OTHERS = 50_000;
  private static final int MANY = 100_000;
  private static final Duration CALL = Duration.ofMillis(300);
  private static final Duration BETWEEN_TICKS = Duration.ofSeconds(2);
  private static final int MAX_TICKS = 20;
  private static final String STORAGE =
      "DefaultEndpointsProtocol=http;AccountName=none;AccountKey=bm9uZQ==;"
          + "BlobEndpoint=http://127.0.0.1:9/none;";

  private final JobFixture fixture = new JobFixture();

  /** Client and use cases over an emulator that runs on the clock of the test. */
  private final class Remote implements QuantumWorkspaces, AutoCloseable {
    private final QuantumEmulator emulator =
        QuantumEmulator.start(
            EmulatorSettings.forStorage(STORAGE)
                .withJobLife(
                    new JobLife(fixture.clock, Duration.ZERO, Duration.ZERO, Duration.ZERO)));
    private final QuantumClients clients =
        new QuantumClients(ClientLimits.DEFAULT, BlobHosts.AZURE, fixture.clock, Pause.real());
    private final QuantumWorkspace workspace =
        clients.open(
            new QuantumEndpoint(
                emulator.httpEndpoint(), Workspace.parse(emulator.workspace().resourceId())),
            new AddHeadersPolicy(
                new HttpHeaders()
                    .set(HttpHeaderName.fromString("x-ms-quantum-api-key"), emulator.apiKey())));
    private final PollJobs poll = fixture.over(this).poll();

    @Override
    public IdentityKey integrationPartition() {
      return FakeWorkspace.PARTITION;
    }

    @Override
    public QuantumWorkspace open(IdentityKey partition, JobKey anyJob) {
      return workspace;
    }

    @Override
    public QuantumWorkspace integration() {
      return workspace;
    }

    @Override
    public void close() {
      emulator.close();
    }
  }

  @Test
  void sweep_tenThousandJobsAmongFiftyThousandOfOthers_costsOneCallAPage() {
    try (Remote remote = new Remote()) {
      JobIds ids = new JobIds(fixture.clock, new Random(2));
      remote.emulator.stock(
          Stream.generate(() -> ids.next().toString()).limit(OTHERS).toList(), true);
      fixture.clock.advance(Duration.ofSeconds(1));
      List<Job> jobs = fixture.watched(OURS);
      remote.emulator.stock(jobs.stream().map(job -> job.key().id().toString()).toList(), false);

      long learning = callsOfASweep(remote);
      int finished = 100;
      for (int i = 0; i < finished; i++) {
        remote.workspace.cancel(jobs.get(i * 97).key().id());
      }
      long usual = callsOfASweep(remote);

      System.out.printf(
          "%,d active jobs beside %,d finished ones of others: first sweep %d calls, next sweep"
              + " with %d jobs finished %d calls; one GET per job would be %,d%n",
          OURS, OTHERS, learning, finished, usual, OURS);
      assertThat(usual).isLessThanOrEqualTo(OURS / ListPager.PAGE * 11 / 10 + finished);
      assertThat(learning).isLessThanOrEqualTo(OURS / ListPager.PAGE * 11 / 10);
      for (int i = 0; i < finished; i++) {
        assertThat(fixture.now(jobs.get(i * 97)).status()).isEqualTo(JobStatus.CANCELLED);
      }
    }
  }

  private long callsOfASweep(Remote remote) {
    fixture.sweepIsDue();
    long before = remote.clients.calls();
    PollJobs.Report report = remote.poll.tick(Duration.ofMinutes(5));
    assertThat(report.troubles()).isEmpty();
    assertThat(report.looked()).isBetween(OURS - 100, OURS);
    return remote.clients.calls() - before;
  }

  @Test
  void ticks_hundredThousandJobs_lookAtAllInBoundedTimeAndMemory() {
    List<Long> used = new ArrayList<>();
    fixture.watched(MANY);
    fixture.workspace.duringEachList(
        () -> {
          fixture.clock.advance(CALL);
          if (fixture.workspace.calls.size() % 100 == 1) {
            used.add(usedMegabytes());
          }
        });
    fixture.workspace.calls.clear();
    fixture.sweepIsDue();

    Instant start = fixture.clock.instant();
    long real = System.nanoTime();
    int looked = 0;
    int ticks = 0;
    while (looked < MANY && ticks++ < MAX_TICKS) {
      looked += fixture.tick(BETWEEN_TICKS).looked();
    }
    Duration virtual = Duration.between(start, fixture.clock.instant());

    System.out.printf(
        "%,d active jobs, %d ms a call: looked at in %d ticks of a minute and %d s in all, %,d"
            + " provider calls; %.1f s of ours; heap in use grew by %d MB at most%n",
        MANY,
        CALL.toMillis(),
        ticks,
        virtual.toSeconds(),
        fixture.workspace.calls.size(),
        (System.nanoTime() - real) / 1e9,
        used.stream().mapToLong(it -> it - used.get(0)).max().orElseThrow());
    assertThat(looked).isEqualTo(MANY);
    int atMost = MANY / ListPager.PAGE * 12 / 10;
    assertThat(virtual)
        .isLessThan(CALL.multipliedBy(atMost).plus(BETWEEN_TICKS.multipliedBy(ticks)));
    assertThat(fixture.workspace.calls.size()).isLessThan(atMost);
    assertThat(used).allSatisfy(it -> assertThat(it - used.get(0)).isLessThan(30));
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
