package io.quantumexecutor.local.benchmark;

import io.quantumexecutor.local.Azurite;
import io.quantumexecutor.local.HostProcess;
import io.quantumexecutor.storage.StorageClients;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Times {@code POST /api/jobs} against the bare storage calls that accepting a job needs: the same
 * Azurite, the same number of callers at once, rounds of the two in turns.
 *
 * <p>The host is a JVM of its own with the options of the Java worker. Nothing dispatches the jobs,
 * so that submitting is all there is.
 */
public final class SubmissionBenchmark implements AutoCloseable {
  private static final int CALLERS = 8;
  private static final int WARM_UP = 500;
  private static final int ROUNDS = 8;
  private static final int ROUND = 150;
  static final String BODY =
      """
      {"program": "OPENQASM 2.0; include \\"qelib1.inc\\"; qreg q[2]; creg c[2]; h q[0];\
       cx q[0],q[1]; measure q -> c;", "num_shots": 1000, "job_name": "bell",
       "backend_preferences": {"backend_service_provider": "Azure Quantum",
                               "backend_name": "ionq.simulator"}}
      """;

  private final PrintStream out;
  private final Azurite azurite = Azurite.start(0, 0, 0);
  private final HostProcess host;
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private SubmissionBenchmark(PrintStream out) {
    this.out = out;
    StorageClients.fromConnectionString(azurite.connectionString(), line -> {})
        .setup()
        .createMissing();
    this.host =
        HostProcess.start(HostProcess.Start.with(0, environment(azurite.connectionString())));
  }

  /** Prints both rates and their ratio. */
  public static void run(PrintStream out) {
    try (SubmissionBenchmark benchmark = new SubmissionBenchmark(out)) {
      benchmark.compare();
    }
  }

  /** For a host that takes submissions and does nothing else. */
  static Map<String, String> environment(String storage) {
    return Map.of(
        "AzureWebJobsStorage", storage,
        "QUANTUM_WORKSPACE_RESOURCE_ID",
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/none/providers"
                + "/Microsoft.Quantum/Workspaces/none",
        "QUANTUM_WORKSPACE_LOCATION", "eastus",
        "REQUESTS_PER_MINUTE", "1000000",
        "MAX_ACTIVE_JOBS", "1000000",
        "HMAC_KEY", Base64.getEncoder().encodeToString(new byte[32]),
        "AzureWebJobs.DispatchJob.Disabled", "true",
        "AzureWebJobs.HandlePoisonMessage.Disabled", "true",
        "AzureWebJobs.PollJobs.Disabled", "true",
        "AzureFunctionsJobHost__logging__logLevel__default", "Warning");
  }

  private void compare() {
    submit();
    BareSubmission bare = new BareSubmission(azurite.connectionString());
    AtomicInteger names = new AtomicInteger();
    Runnable storing = () -> bare.store("-" + names.incrementAndGet());
    seconds(WARM_UP, this::submit);
    seconds(WARM_UP, storing);
    double submitting = 0;
    double bareCalls = 0;
    for (int round = 0; round < ROUNDS; round++) {
      // Storage gets slower as it fills, so that each must be the first as often as the other.
      double first = seconds(ROUND, round % 2 == 0 ? this::submit : storing);
      double second = seconds(ROUND, round % 2 == 0 ? storing : this::submit);
      submitting += round % 2 == 0 ? first : second;
      bareCalls += round % 2 == 0 ? second : first;
    }
    int all = ROUNDS * ROUND;
    out.printf(
        "POST /api/jobs: %.0f submissions/s; the storage calls alone: %.0f/s; ratio %.2f%n",
        all / submitting, all / bareCalls, bareCalls / submitting);
  }

  /** How long it takes all callers together to do something a number of times. */
  private double seconds(int times, Runnable work) {
    AtomicInteger left = new AtomicInteger(times);
    long start = System.nanoTime();
    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(() -> repeat(left, work), callers))
                .limit(CALLERS)
                .toArray(CompletableFuture<?>[]::new))
        .join();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void repeat(AtomicInteger left, Runnable work) {
    while (left.getAndDecrement() > 0) {
      work.run();
    }
  }

  private void submit() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host.baseUri() + "/jobs"))
            .POST(BodyPublishers.ofString(BODY))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 202) {
        throw new IllegalStateException(response.statusCode() + ": " + response.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    callers.shutdownNow();
    host.close();
    azurite.close();
  }
}
