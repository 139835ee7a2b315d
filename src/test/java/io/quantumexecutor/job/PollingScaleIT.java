package io.quantumexecutor.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.local.emulator.EmulatorSettings;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.local.emulator.QuantumEmulator;
import io.quantumexecutor.quantum.BlobHosts;
import io.quantumexecutor.quantum.ClientLimits;
import io.quantumexecutor.quantum.Pause;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.quantum.QuantumEndpoint;
import java.time.Duration;
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
  private static final String STORAGE =
      "DefaultEndpointsProtocol=http;AccountName=none;AccountKey=bm9uZQ==;"
          + "BlobEndpoint=http://127.0.0.1:9/none;";

  private final World world = new World();

  /** Client and use cases over an emulator that runs on the clock of the test. */
  private final class Remote implements QuantumWorkspaces, AutoCloseable {
    private final QuantumEmulator emulator =
        QuantumEmulator.start(
            EmulatorSettings.forStorage(STORAGE)
                .withJobLife(
                    new JobLife(world.clock, Duration.ZERO, Duration.ZERO, Duration.ZERO)));
    private final QuantumClients clients =
        new QuantumClients(ClientLimits.DEFAULT, BlobHosts.AZURE, world.clock, Pause.real());
    private final QuantumWorkspace workspace =
        clients.open(
            new QuantumEndpoint(
                emulator.httpEndpoint(), Workspace.parse(emulator.workspace().resourceId())),
            new AddHeadersPolicy(
                new HttpHeaders()
                    .set(HttpHeaderName.fromString("x-ms-quantum-api-key"), emulator.apiKey())));
    private final PollJobs poll = useCases().poll();

    private UseCases useCases() {
      JobPorts fake = world.ports;
      return new UseCases(
          new JobPorts(
              fake.jobs(),
              fake.active(),
              fake.expiring(),
              fake.payloads(),
              fake.queue(),
              fake.polls(),
              this,
              fake.notices(),
              fake.log()),
          new Translation(world.targets, CircuitLimits.DEFAULT),
          new JobIds(world.clock, new Random(1)),
          new Delays(new Random(1), Pace.DEFAULT),
          world.clock);
    }

    @Override
    public String integrationPartition() {
      return FakeWorkspace.PARTITION;
    }

    @Override
    public QuantumWorkspace open(String partition, JobKey anyJob) {
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
      JobIds ids = new JobIds(world.clock, new Random(2));
      remote.emulator.stock(
          Stream.generate(() -> ids.next().toString()).limit(OTHERS).toList(), true);
      world.clock.advance(Duration.ofSeconds(1));
      List<Job> jobs = world.watched(OURS);
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
      assertThat(usual).isLessThanOrEqualTo(OURS / ProviderListing.PAGE * 11 / 10 + finished);
      assertThat(learning).isLessThanOrEqualTo(OURS / ProviderListing.PAGE * 11 / 10);
      for (int i = 0; i < finished; i++) {
        assertThat(world.now(jobs.get(i * 97)).status()).isEqualTo(JobStatus.CANCELLED);
      }
    }
  }

  private long callsOfASweep(Remote remote) {
    world.sweepIsDue();
    long before = remote.clients.calls();
    PollJobs.Report report = remote.poll.tick(Duration.ofMinutes(5));
    assertThat(report.troubles()).isEmpty();
    assertThat(report.looked()).isBetween(OURS - 100, OURS);
    return remote.clients.calls() - before;
  }

  @Test
  void tick_hundredThousandJobs_needsTheMemoryOfAFew() {
    List<Long> used = new ArrayList<>();
    world.watched(MANY);
    world.workspace.duringEachList(
        () -> {
          if (world.workspace.calls.size() % 100 == 1) {
            used.add(usedMegabytes());
          }
        });
    world.workspace.calls.clear();
    world.sweepIsDue();

    long start = System.nanoTime();
    int looked = world.tick(Duration.ZERO).looked();
    double tick = (System.nanoTime() - start) / 1e9;
    List<PollRange> ranges = world.ranges();
    for (PollRange range : ranges) {
      looked += world.useCases.poll().range(range, Duration.ofMinutes(1)).looked();
    }
    double all = (System.nanoTime() - start) / 1e9;

    System.out.printf(
        "%,d active jobs: a tick took %.1f s and handed over %d ranges, all of it one after the"
            + " other %.1f s, %,d provider calls; heap in use grew by %d MB at most%n",
        MANY,
        tick,
        ranges.size(),
        all,
        world.workspace.calls.size(),
        used.stream().mapToLong(it -> it - used.get(0)).max().orElseThrow());
    assertThat(looked).isEqualTo(MANY);
    assertThat(world.workspace.calls.size()).isLessThan(MANY / ProviderListing.PAGE * 2);
    assertThat(used).allSatisfy(it -> assertThat(it - used.get(0)).isLessThan(30));
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
