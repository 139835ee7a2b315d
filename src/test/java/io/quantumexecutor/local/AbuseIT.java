package io.quantumexecutor.local;

import static io.quantumexecutor.local.JobsApi.bell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.qasm.HostileOpenQasm;
import io.quantumexecutor.circuit.qir.HostileQir;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that would stop the service for others, against a host with the heap that the platform
 * gives: each is refused or fails with its reason, and whoever asks beside it gets an answer.
 * {@code -Dabuse.all=true} sends every kind twenty at once, not only a few.
 */
@Timeout(1_800)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AbuseIT {
  private static final int AT_ONCE = 20;
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunningStack stack;
  private JobsApi api;

  @BeforeAll
  void start() {
    stack = RunningStack.withoutHost(Clock.systemUTC(), Duration.ofMillis(200));
    api = stack.startHost(Map.of("REQUESTS_PER_MINUTE", "100000"), List.of("-Xmx512m"));
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @AfterEach
  void everybodyElse_isServed() {
    assertThat(stack.isHostAlive()).isTrue();
    String id = api.submit(bell("beside"));
    assertThat(api.ended(id).path("status").asText()).isEqualTo("COMPLETED");
  }

  private static Map<String, String> kinds() {
    Map<String, Supplier<String>> programs = new LinkedHashMap<>();
    HostileOpenQasm.refused().forEach((name, text) -> programs.put("OpenQASM, " + name, text));
    HostileQir.refused().forEach((name, text) -> programs.put("QIR, " + name, text));
    Map<String, String> bodies = new LinkedHashMap<>();
    programs.forEach(
        (name, text) ->
            bodies.put(name, body(name.startsWith("QIR") ? "qir.v1" : null, text.get())));
    bodies.put("unknown fields", "{" + fields(400_000) + "\"z\":0}");
    bodies.put("empty arrays", "{\"tags\": [" + "[],".repeat(1_600_000) + "[]]}");
    bodies.put(
        "a long name of a backend", bell("x").replace("ionq.simulator", "x".repeat(4 << 20)));
    bodies.put("options with colliding names", collidingOptions());
    return bodies;
  }

  private static String body(String format, String program) {
    ObjectNode body = JSON.createObjectNode();
    if (format == null) {
      body.put("program", program);
    } else {
      body.putObject("program").put("format", format).put("text", program);
    }
    body.put("num_shots", 100);
    // With a limit a named program is read too, not passed through.
    body.putObject("max_cost").put("amount", 1_000_000).put("unit", "eHQC");
    body.putObject("backend_preferences").put("backend_name", "quantinuum.sim.h2-1e");
    return body.toString();
  }

  private static String fields(int count) {
    StringBuilder fields = new StringBuilder();
    for (int n = 0; n < count; n++) {
      fields.append("\"f").append(n).append("\":0,");
    }
    return fields.toString();
  }

  /** "Aa" and "BB" have one hash code, and so has every word made of them. */
  private static String collidingOptions() {
    StringBuilder options = new StringBuilder();
    for (int n = 0; n < 1 << 14; n++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 14; bit++) {
        name.append((n >> bit & 1) == 0 ? "Aa" : "BB");
      }
      options.append(n == 0 ? "" : ",").append('"').append(name).append("\":0.5");
    }
    return bell("x").replaceFirst("\\}\\s*$", "") + ", \"parameters\": {" + options + "}}";
  }

  static Stream<String> names() {
    return kinds().keySet().stream();
  }

  static Stream<String> someNames() {
    List<String> all = new ArrayList<>(kinds().keySet());
    return Boolean.getBoolean("abuse.all")
        ? all.stream()
        : Stream.of(0, all.size() / 3, all.size() - 4, all.size() - 3).map(all::get);
  }

  @Test
  void everyKind_alone_isRefusedOrRunsWithinItsBounds() {
    kinds()
        .forEach(
            (name, body) -> {
              int preflight = api.call("POST", "/preflight", body).statusCode();
              int submitted = api.send(body).join().statusCode();
              assertThat(preflight).as(name).isIn(200, 400, 413);
              assertThat(submitted).as(name).isIn(400, 413, 422);
            });
  }

  @ParameterizedTest
  @MethodSource("someNames")
  void kind_twentyAtOnce_leavesOthersAnswered(String name) {
    String body = kinds().get(name);
    List<CompletableFuture<HttpResponse<String>>> attacks = new ArrayList<>();
    for (int n = 0; n < AT_ONCE; n++) {
      attacks.add(api.send(body));
    }

    await()
        .atMost(DEADLINE)
        .until(() -> api.call("POST", "/preflight", bell("other")).statusCode() == 200);

    attacks.forEach(attack -> assertThat(attack.join().statusCode()).isIn(400, 413, 422, 503));
  }

  /** 262,144 outcomes of 4,096 characters each would be a gigabyte. */
  @Test
  void result_thatWouldFillTheHeap_failsItsJobAlone() {
    String program =
        "OPENQASM 3; include \"stdgates.inc\"; qubit[18] q; bit[4096] c; h q; "
            + "for int i in [0:17] { c[i] = measure q[i]; }";

    String id = api.submit(ofSimulator(program, 1_000));

    JsonNode job = api.ended(id);
    assertThat(job.path("status").asText()).isEqualTo("FAILED");
    assertThat(job.path("error").path("message").asText()).isNotBlank();
    assertThat(api.call("DELETE", "/" + id, "").statusCode()).isEqualTo(204);
  }

  @Test
  void shots_asManyAsAllowedInEightJobs_holdNobodyUp() {
    String program =
        "OPENQASM 3; include \"stdgates.inc\"; qubit[12] q; bit[12] c; h q; c = measure q;";
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      ids.add(api.submit(ofSimulator(program, 100_000_000)));
    }

    ids.forEach(id -> assertThat(api.ended(id).path("status").asText()).isEqualTo("COMPLETED"));
  }

  private static String ofSimulator(String program, int shots) {
    ObjectNode body = JSON.createObjectNode();
    body.put("program", program).put("num_shots", shots);
    body.putObject("backend_preferences").put("backend_name", "ionq.simulator");
    return body.toString();
  }

  /** {@code -Dabuse.seconds=600} is the campaign; the suite runs a slice of it. */
  @Test
  void clients_eightWithTheLargestRequests_leaveTheServiceHealthy() throws InterruptedException {
    List<String> bodies =
        List.of(
            body(null, "OPENQASM 2.0; qreg q[8]; creg c[8];" + "U(1,2,3) q[0];\n".repeat(280_000)),
            body("qir.v1", kindsText(HostileQir.refused(), "lines without sense")),
            "{" + fields(400_000) + "\"z\":0}",
            "{\"tags\": [" + "[],".repeat(1_600_000) + "[]]}");
    Instant end = Instant.now().plusSeconds(Integer.getInteger("abuse.seconds", 15));
    AtomicInteger sent = new AtomicInteger();
    List<Integer> others = Collections.synchronizedList(new ArrayList<>());
    ExecutorService clients = Executors.newFixedThreadPool(8);
    for (int client = 0; client < 8; client++) {
      clients.execute(
          () -> {
            while (Instant.now().isBefore(end)) {
              int status =
                  api.call("POST", "/preflight", bodies.get(sent.getAndIncrement() % bodies.size()))
                      .statusCode();
              if (status != 200 && status != 400 && status != 503) {
                others.add(status);
              }
            }
          });
    }
    clients.shutdown();
    Duration slowest = Duration.ZERO;
    while (!clients.awaitTermination(100, TimeUnit.MILLISECONDS)) {
      Instant asked = Instant.now();
      assertThat(api.health().statusCode()).isEqualTo(200);
      Duration took = Duration.between(asked, Instant.now());
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }
    System.out.println(
        sent + " of the largest requests by 8 clients, health answered in at most " + slowest);

    assertThat(others).isEmpty();
    assertThat(sent.get()).isPositive();
  }

  private static String kindsText(Map<String, Supplier<String>> kinds, String name) {
    String text = kinds.get(name).get();
    return text.substring(0, Math.min(text.length(), 2 << 20));
  }
}
