package io.quantumexecutor.local.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.Admission;
import io.quantumexecutor.api.CallerPolicy;
import io.quantumexecutor.api.Callers;
import io.quantumexecutor.api.PreflightApi;
import io.quantumexecutor.api.RateLimit;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.callback.SignedCallbacks;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.Preflight;
import io.quantumexecutor.quantum.ProviderCatalogue;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceStatus;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Times {@code POST /api/jobs/preflight} in process for an adder of 18 qubits, against reading the
 * same program alone. The workspace is out of reach, so that no network is timed.
 */
public final class PreflightBenchmark {
  private static final IdentityKey PARTITION = new IdentityKey("benchmark");
  private static final int BITS = 8;
  private static final int WARM_UP = 1000;
  private static final int ROUNDS = 1000;

  private final String program = adder();
  private final String body = body(program);
  private final PreflightApi api = api();

  private PreflightBenchmark() {}

  /** Prints the median and the 99th percentile of both, and the ratio of the medians. */
  public static void run(PrintStream out) {
    PreflightBenchmark benchmark = new PreflightBenchmark();
    long[] reading = times(benchmark::read);
    long[] preflights = times(benchmark::preflight);
    out.printf(
        "%d preflights of an 18-qubit adder: p50 %.2f ms, p99 %.2f ms; reading it alone: p50 %.2f"
            + " ms, p99 %.2f ms; ratio %.1f%n",
        ROUNDS,
        percentile(preflights, 50),
        percentile(preflights, 99),
        percentile(reading, 50),
        percentile(reading, 99),
        percentile(preflights, 50) / percentile(reading, 50));
  }

  private static long[] times(Runnable work) {
    for (int i = 0; i < WARM_UP; i++) {
      work.run();
    }
    long[] times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      work.run();
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times;
  }

  /** In milliseconds, of sorted nanoseconds. */
  private static double percentile(long[] sorted, int percent) {
    return sorted[sorted.length * percent / 100] / 1e6;
  }

  private void read() {
    OpenQasmReader.read(program, Map.of(), CircuitLimits.DEFAULT);
  }

  private void preflight() {
    ApiRequest request =
        new ApiRequest("/api/jobs/preflight", Map.of(), Map.of(), Optional.of(body), "benchmark");
    ApiResponse response = api.preflight(request);
    String answer = new String(response.body(), StandardCharsets.UTF_8);
    if (!answer.startsWith("{\"verdict\":\"ready\"")) {
      throw new IllegalStateException("preflight answered " + answer);
    }
  }

  private static PreflightApi api() {
    Targets targets = new Targets(ProviderCatalogue.bundled(), new OutOfReach(), Clock.systemUTC());
    Translation translation = new Translation(targets, CircuitLimits.DEFAULT);
    Proven access = new Proven(targets.status());
    return new PreflightApi(
        new CheckSubmission(targets, translation, access),
        access,
        new Preflight(targets),
        new ApiPolicy(
            1 << 20, 1, PARTITION, SignedCallbacks.of(new byte[32], Set.of(), Clock.systemUTC())),
        WorkLedger.ofHeap(Duration.ofSeconds(10)),
        new Admission(
            new Callers(CallerPolicy.SINGLE_OWNER),
            new RateLimit(1_000_000, Clock.systemUTC()),
            new RequestBody(1 << 20)));
  }

  private static String body(String program) {
    ObjectNode body = JsonMapper.builder().build().createObjectNode();
    body.put("program", program);
    body.putObject("backend_preferences").put("backend_name", "ionq.qpu.forte-1");
    body.putObject("max_cost").put("amount", 1_000_000).put("unit", "USD");
    return body.toString();
  }

  /** Cuccaro's ripple-carry adder: carry in, two numbers of eight bits, carry out. */
  private static String adder() {
    StringBuilder text =
        new StringBuilder(
            """
            OPENQASM 2.0;
            include "qelib1.inc";
            qreg q[18];
            creg sum[9];
            gate maj c,b,a { cx a,b; cx a,c; ccx c,b,a; }
            gate uma c,b,a { ccx c,b,a; cx a,c; cx c,b; }
            x q[1];
            x q[2];
            x q[5];
            x q[8];
            """);
    for (int bit = 0; bit < BITS; bit++) {
      text.append("maj q[%d],q[%d],q[%d];%n".formatted(2 * bit, 2 * bit + 1, 2 * bit + 2));
    }
    text.append("cx q[16],q[17];\n");
    for (int bit = BITS - 1; bit >= 0; bit--) {
      text.append("uma q[%d],q[%d],q[%d];%n".formatted(2 * bit, 2 * bit + 1, 2 * bit + 2));
    }
    for (int bit = 0; bit < BITS; bit++) {
      text.append("measure q[%d] -> sum[%d];%n".formatted(2 * bit + 1, bit));
    }
    return text.append("measure q[17] -> sum[8];\n").toString();
  }

  /** What a proof that was made a moment ago costs: nothing. */
  private record Proven(WorkspaceStatus status) implements WorkspaceAccess {
    @Override
    public Proof prove(Access access, String target) {
      return new Proof(Grant.ofOurs(PARTITION), List.of());
    }

    @Override
    public Grant unproven(Access access) {
      return Grant.ofOurs(PARTITION);
    }

    @Override
    public List<CheckStep> examine(Access access, @Nullable String target) {
      return List.of();
    }

    @Override
    public WorkspaceStatus status(Access access) {
      return status;
    }
  }

  /** A workspace that does not answer. */
  private static final class OutOfReach implements QuantumWorkspaces {
    @Override
    public IdentityKey integrationPartition() {
      return PARTITION;
    }

    @Override
    public QuantumWorkspace open(IdentityKey partition, JobKey anyJob) {
      return integration();
    }

    @Override
    public QuantumWorkspace integration() {
      throw new QuantumException(
          QuantumException.Kind.TRY_LATER, 0, "out-of-reach", "there is no workspace", null);
    }
  }
}
