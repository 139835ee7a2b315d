package io.quantumexecutor.api;

import io.quantumexecutor.circuit.classiq.ProgramFiles;
import io.quantumexecutor.job.CheckStep;
import io.quantumexecutor.job.QuantumException;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that bring about every answer of every route, each group in worlds of its own. */
final class ContractCases {
  private static final CallerPolicy SIGNED_IN =
      new CallerPolicy(true, "admin", null, "Ask the library for access.");
  private static final CallerPolicy ROLE_NEEDED =
      new CallerPolicy(true, "admin", "academic", "Ask the library for access.");
  private static final Map<String, String> CAROL = Map.of("x-ms-client-principal-id", "carol");
  private static final Map<String, String> KEY = Map.of("idempotency-key", "once");
  private static final String BELL = ApiWorld.bell("");
  private static final String LIVE_ONLY = BELL.replace("ionq.simulator", "newco.qpu.one");
  private static final String UNKNOWN_ID = "018f0000-0000-7000-8000-000000000000";

  private static final String WORKSPACE =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/research"
          + "/providers/Microsoft.Quantum/Workspaces/bells";

  /** As Classiq's SDK serializes its preferences. */
  private static final String PREFERENCES =
      """
      {"program": "OPENQASM 2.0; qreg q[1]; creg c[1]; measure q -> c;",
       "preferences": {"num_shots": 10, "random_seed": 1, "job_name": "a", "timeout_sec": null,
         "noise_properties": null, "transpile_to_hardware": "decompose",
         "backend_preferences": {"backend_service_provider": "Azure Quantum",
           "backend_name": "ionq.simulator", "location": "East US", "credentials": null,
           "ionq_error_mitigation_flag": false, "run_through_classiq": true}}}
      """;

  private static final String FLAT =
      """
      {"program": "OPENQASM 2.0; qreg q[1]; creg c[1]; measure q -> c;",
       "backend": "azure/ionq.simulator",
       "config": {"location": "East US", "tenant_id": "00000000-0000-0000-0000-000000000002",
         "client_id": "00000000-0000-0000-0000-000000000003", "client_secret": "s~ecret",
         "resource_id": "%s"}}
      """
          .formatted(WORKSPACE);

  private final ContractRecord record;

  ContractCases(ContractRecord record) {
    this.record = record;
  }

  void all() {
    everyRoute();
    submit();
    idempotency();
    preflight();
    lists();
    results();
    inputs();
    cancel();
    change();
    delete();
    retry();
    retryOfDrops();
    workspaces();
    service();
  }

  private DescribedApi fresh() {
    return DescribedApi.in(record);
  }

  private static ApiRequest with(Map<String, String> headers, Optional<String> body) {
    return new ApiRequest("", Map.of(), headers, body, "test");
  }

  /** A body that the route takes, or none. */
  private static Optional<String> body(DescribedOperation operation) {
    if (!operation.hasBody() || operation.id().equals("retryJob")) {
      return Optional.empty();
    }
    return Optional.of(operation.id().equals("changeJob") ? "{\"tags\": []}" : BELL);
  }

  private static QuantumException outage() {
    return new QuantumException(QuantumException.Kind.TRY_LATER, 503, "outage", "closed", null);
  }

  /** What every route answers to callers it does not let in, and when something breaks. */
  private void everyRoute() {
    for (DescribedOperation operation : record.description().operations()) {
      record.note(operation, ApiWorld.request(""), ErrorBoundary.internalError("test"));
      if (!operation.isOpenToAll()) {
        refusedCallers(operation);
      }
    }
    for (String id : List.of("submitJob", "retryJob", "cancelJob", "changeJob", "deleteJob")) {
      race(record.description().operation(id));
    }
  }

  private void refusedCallers(DescribedOperation operation) {
    String id = operation.id();
    Optional<String> body = body(operation);
    ApiRequest plain = with(Map.of("content-length", "1"), body);
    DescribedApi signedIn = new DescribedApi(new ApiWorld(), record, SIGNED_IN, 1_000);
    signedIn.call(id, UNKNOWN_ID, plain);
    signedIn.call(id, UNKNOWN_ID, new ApiRequest("", Map.of("owner", "x"), CAROL, body, "test"));
    ApiRequest noOwner = new ApiRequest("", Map.of("owner", "?"), Map.of(), body, "test");
    fresh().call(id, UNKNOWN_ID, noOwner);
    DescribedApi once = new DescribedApi(new ApiWorld(), record, CallerPolicy.SINGLE_OWNER, 1);
    once.call(id, UNKNOWN_ID, plain);
    once.call(id, UNKNOWN_ID, plain);
    DescribedApi broken = fresh();
    broken.api.world.breakTable("jobs");
    broken.call(id, UNKNOWN_ID, plain);
    broken.call(id, UNKNOWN_ID, new ApiRequest("", Map.of(), Map.of(), body.map(it -> ""), "t"));
  }

  /** Only requests of several instances at the same moment bring it about: its answer is given. */
  private void race(DescribedOperation operation) {
    ApiRequest request = ApiWorld.request("");
    ApiResponse answer =
        ErrorBoundary.guard(
            request,
            () -> {
              throw new StaleException("the job");
            });
    record.note(operation, request, answer);
  }

  private void submit() {
    DescribedApi api = fresh();
    api.submitted(BELL);
    api.send("submitJob", "", "{}");
    api.call("submitJob", "", with(Map.of(), Optional.empty()));
    api.send("submitJob", "", ApiWorld.bell(", \"job_name\": \"" + "x".repeat(30_000) + "\""));
    api.send("submitJob", "", BELL.replace("cx q[0],q[1]", "foo q[0]"));
    String forte = ApiWorld.bell(", \"max_cost\": {\"amount\": 1, \"unit\": \"%s\"}");
    forte = forte.replace("ionq.simulator", "ionq.qpu.forte-1");
    api.send("submitJob", "", forte.formatted("USD"));
    api.send("submitJob", "", forte.formatted("HQC"));
    api.api.world.show("ionq", "ionq.simulator", "Unavailable");
    api.send("submitJob", "", ApiWorld.bell(", \"when_unavailable\": \"reject\""));
    DescribedApi closed = fresh();
    closed.api.world.failTargets(outage());
    closed.send("submitJob", "", LIVE_ONLY);
    DescribedApi carol = new DescribedApi(new ApiWorld(), record, ROLE_NEEDED, 1_000);
    carol.call("submitJob", "", with(CAROL, Optional.of(BELL)));
    carol.call("preflightJob", "", with(CAROL, Optional.of(BELL)));
    full(new ApiWorld()).send("submitJob", "", BELL);
  }

  /** The API for a caller who may have no unfinished job. */
  private DescribedApi full(ApiWorld api) {
    JobApi jobs = api.jobs(CallerPolicy.SINGLE_OWNER, 1_000, 0);
    return new DescribedApi(api, record, CallerPolicy.SINGLE_OWNER, 1_000, jobs);
  }

  private void idempotency() {
    DescribedApi api = fresh();
    ApiRequest once = with(KEY, Optional.of(BELL));
    String id = ApiWorld.json(api.call("submitJob", "", once)).path("id").textValue();
    api.call("submitJob", "", once);
    api.call("submitJob", "", with(KEY, Optional.of(ApiWorld.bell(", \"num_shots\": 1"))));
    api.get("cancelJob", id);
    api.get("deleteJob", id);
    api.call("submitJob", "", once);
  }

  private void preflight() {
    DescribedApi api = fresh();
    api.api.world.show("ionq", "ionq.simulator", "Available");
    api.send("preflightJob", "", BELL);
    api.send("preflightJob", "", BELL.replace("ionq.simulator", "ionq.qpu.forte-1"));
    api.send("preflightJob", "", BELL.replace("cx q[0],q[1]", "foo q[0]"));
    api.send("preflightJob", "", LIVE_ONLY);
    api.send("preflightJob", "", "[]");
    api.call("preflightJob", "", with(Map.of(), Optional.empty()));
    api.send("preflightJob", "", " ".repeat(30_000));
    DescribedApi closed = fresh();
    closed.api.world.failTargets(outage());
    closed.send("preflightJob", "", LIVE_ONLY);
  }

  private void lists() {
    DescribedApi api = fresh();
    api.submitted(
        ApiWorld.bell(", \"job_name\": \"a\", \"tags\": [\"t\"], \"priority\": \"High\""));
    api.submitted(BELL);
    api.api.drops.accept("not a submission", "message-1");
    String cursor = ApiWorld.json(api.get("listJobs", "", "limit", "1")).path("cursor").textValue();
    api.get("listJobs", "", "cursor", cursor, "status", "queued", "backend", "ionq.simulator");
    api.get("listJobs", "", "name", "a", "tag", "t", "created_after", "2020-01-01T00:00:00Z");
    api.get("listJobs", "", "owner", "*", "created_before", "2100-01-01T00:00:00Z");
    api.get("listJobs", "", "limit", "0");
    api.get("listBackends", "");
    api.get("listBackends", "", "kind", "hardware", "provider", "ionq");
    api.get("listBackends", "", "kind", "abacus");
    api.get("listBackends", "", "name", "ionq.simulater");
    DescribedApi closed = fresh();
    closed.api.world.failTargets(outage());
    closed.get("listBackends", "");
  }

  private static String completed(DescribedApi api, String body, String answer) {
    String id = api.submitted(body);
    api.api.world.dispatchAllOf(ApiWorld.OWNER);
    api.api.world.finishAll(answer);
    api.api.world.tick(Duration.ofSeconds(2));
    return id;
  }

  private void results() {
    DescribedApi api = fresh();
    String id = completed(api, BELL, World.BELL_ANSWER);
    api.get("getJob", id);
    for (String format : List.of("json", "csv", "classiq", "raw", "xml")) {
      api.get("getResult", id, "format", format);
    }
    DescribedApi other = fresh();
    String classiq =
        "{\"num_shots\": 2, \"program\": %s, \"backend_preferences\": {\"backend_name\": \"%s\"}}"
            .formatted(ProgramFiles.threeOutputs(), "ionq.simulator");
    String parsed = completed(other, classiq, "{\"histogram\":{\"57\":1.0}}");
    other.get("getResult", parsed);
    other.get("getResult", parsed, "format", "classiq");
    other.get("getResult", UNKNOWN_ID);
    other.get("getResult", other.submitted(BELL));
    other.get("getResult", other.cancelled(BELL));
    String failed = completed(other, BELL, "not what the provider promised");
    other.get("getJob", failed);
    other.get("getResult", failed);
    unusualResults();
    DescribedApi held = fresh();
    String waiting = held.submitted(BELL);
    held.api.world.failCreating("TargetUnavailable");
    held.api.world.dispatchAllOf(ApiWorld.OWNER);
    held.get("getJob", waiting);
  }

  /** Values that are no bits, and a batch. */
  private void unusualResults() {
    DescribedApi quil = fresh();
    String shots = quil("rigetti.sim.qvm");
    String reals = "{\"ro\":[[1,0],[1,0]],\"theta\":[[0.5],[1.5]]}";
    quil.get("getResult", completed(quil, shots, reals));
    DescribedApi qir = fresh();
    String item = "{\"Histogram\":[{\"Outcome\":[0],\"Count\":2048}]}";
    String batch = "{\"Results\":[" + item + "," + item + "]}";
    qir.get("getResult", completed(qir, bitcode("newco.qpu.one"), batch));
  }

  private static String quil(String backend) {
    String more = "\"num_shots\": 2, \"program\"";
    return program("rigetti.quil.v1", "text", "H 0", backend).replace("\"program\"", more);
  }

  private static String bitcode(String backend) {
    byte[] bytes = "BC\u00c0\u00de0000".getBytes(StandardCharsets.ISO_8859_1);
    return program("qir.v1", "base64", Base64.getEncoder().encodeToString(bytes), backend);
  }

  private static String program(String format, String field, String text, String backend) {
    return """
        {"program": {"format": "%s", "%s": "%s"}, "backend_preferences": {"backend_name": "%s"}}
        """
        .formatted(format, field, text, backend);
  }

  private void inputs() {
    DescribedApi api = fresh();
    List<String> jobs =
        List.of(
            api.submitted(BELL),
            api.submitted(
                program(
                    "honeywell.openqasm.v1",
                    "text",
                    "OPENQASM 2.0; qreg q[1]; creg c[1]; measure q -> c;",
                    "quantinuum.sim.h2-1e")),
            api.submitted(quil("rigetti.sim.qvm")),
            api.submitted(bitcode("quantinuum.sim.h2-1e")));
    jobs.forEach(id -> api.get("getSubmitted", id));
    api.api.world.dispatchAllOf(ApiWorld.OWNER);
    jobs.forEach(id -> api.get("getSubmitted", id));
    api.get("getSubmitted", api.cancelled(BELL));
    api.get("getSubmitted", UNKNOWN_ID);
  }

  private void cancel() {
    DescribedApi api = fresh();
    api.cancelled(BELL);
    String running = api.submitted(BELL);
    api.api.world.dispatchAllOf(ApiWorld.OWNER);
    api.get("cancelJob", running);
    api.get("cancelJob", completed(fresh(), BELL, World.BELL_ANSWER));
    DescribedApi ended = fresh();
    ended.get("cancelJob", completed(ended, BELL, World.BELL_ANSWER));
  }

  private static ApiRequest patch(String body) {
    return with(
        Map.of("content-type", "application/merge-patch+json", "content-length", "1"),
        Optional.of(body));
  }

  private void change() {
    String high = "{\"priority\": \"High\"}";
    DescribedApi api = fresh();
    String id = api.submitted(BELL);
    api.call("changeJob", id, patch("{\"job_name\": \"a\", \"tags\": [\"t\"]}"));
    api.send("changeJob", id, "{\"job_name\": null, \"tags\": null}");
    api.send("changeJob", id, "{\"job_name\": \"\"}");
    api.call("changeJob", id, with(Map.of(), Optional.empty()));
    api.send("changeJob", id, "{\"job_name\": \"" + "x".repeat(70_000) + "\"}");
    api.call("changeJob", id, with(Map.of("content-type", "text/plain"), Optional.of("{}")));
    api.api.world.duringUpload(() -> api.send("changeJob", id, high));
    api.api.world.dispatchAllOf(ApiWorld.OWNER);
    api.api.world.refuse("prioritise High");
    api.send("changeJob", id, high);
    api.api.world.fail("prioritise High");
    api.send("changeJob", id, high);
    api.send("changeJob", api.cancelled(BELL), high);
  }

  private void delete() {
    DescribedApi api = fresh();
    api.get("deleteJob", api.cancelled(BELL));
    api.get("deleteJob", api.submitted(BELL));
  }

  private void retry() {
    DescribedApi api = fresh();
    String id = api.cancelled(BELL);
    api.get("retryJob", id);
    ApiRequest once = with(KEY, Optional.empty());
    String picky = api.cancelled(ApiWorld.bell(", \"when_unavailable\": \"reject\""));
    String again = ApiWorld.json(api.call("retryJob", id, once)).path("id").textValue();
    api.call("retryJob", id, once);
    api.call("retryJob", api.cancelled(BELL), once);
    api.get("retryJob", again);
    api.get("cancelJob", again);
    api.get("deleteJob", again);
    api.call("retryJob", id, once);
    full(api.api).get("retryJob", id);
    api.api.world.show("ionq", "ionq.simulator", "Unavailable");
    api.api.world.passMinutes(2);
    api.get("retryJob", picky);
    api.send("retryJob", id, "[]");
    String live = api.cancelled(LIVE_ONLY);
    api.api.world.withdraw("newco.qpu.one");
    api.api.world.passMinutes(2);
    api.get("retryJob", live);
    ApiWorld shared = new ApiWorld();
    DescribedApi open = new DescribedApi(shared, record, SIGNED_IN, 1_000);
    ApiResponse carols = open.call("submitJob", "", with(CAROL, Optional.of(BELL)));
    String hers = ApiWorld.json(carols).path("id").textValue();
    open.call("cancelJob", hers, with(CAROL, Optional.empty()));
    new DescribedApi(shared, record, ROLE_NEEDED, 1_000)
        .call("retryJob", hers, with(CAROL, Optional.empty()));
  }

  /** Drops are accepted without asking the workspace, which may say no later. */
  private void retryOfDrops() {
    retryDrop("neither a submission nor JSON");
    retryDrop(LIVE_ONLY.replace("measure q -> c;", "measure q -> c; if(c==1) x q[0];"));
    String dear = ApiWorld.bell(", \"max_cost\": {\"amount\": 1, \"unit\": \"USD\"}");
    retryDrop(dear.replace("ionq.simulator", "newco.qpu.one"));
    DescribedApi api = fresh();
    api.api.drops.accept(LIVE_ONLY, "message-1");
    String id = api.api.world.idsOf(ApiWorld.OWNER).get(0).toString();
    api.get("cancelJob", id);
    api.api.world.failTargets(outage());
    api.get("retryJob", id);
  }

  private void retryDrop(String message) {
    DescribedApi api = fresh();
    api.api.drops.accept(message, "message-1");
    api.api.world.dispatchAllOf(ApiWorld.OWNER);
    String id = api.api.world.idsOf(ApiWorld.OWNER).get(0).toString();
    api.get("getJob", id);
    api.get("getSubmitted", id);
    api.get("retryJob", id);
  }

  private static CheckStep step(CheckStep.Outcome outcome) {
    return new CheckStep(
        CheckStep.Name.DATA_ROLE, outcome, "no role", "assign it", "az role", "resource_id");
  }

  private void workspaces() {
    String own = ApiWorld.bell(", \"resource_id\": \"" + WORKSPACE + "\"");
    DescribedApi api = fresh();
    api.send("checkWorkspace", "", own);
    api.get("listBackends", "", "resource_id", WORKSPACE, "location", "eastus");
    String id = api.cancelled(own);
    api.api.access.missing = Optional.of(step(CheckStep.Outcome.WARNING));
    api.send("checkWorkspace", "", PREFERENCES);
    api.api.access.missing = Optional.of(step(CheckStep.Outcome.FAILED));
    api.send("checkWorkspace", "", own);
    api.send("checkWorkspace", "", "[]");
    api.call("checkWorkspace", "", with(Map.of(), Optional.empty()));
    api.send("checkWorkspace", "", " ".repeat(30_000));
    api.send("preflightJob", "", own);
    api.send("submitJob", "", own);
    api.get("retryJob", id);
    api.send("retryJob", id, own);
    api.get("listBackends", "", "resource_id", WORKSPACE);
    api.api.access.missing = Optional.empty();
    api.send("retryJob", id, own);
    api.send("submitJob", "", PREFERENCES);
    api.send("submitJob", "", FLAT);
    api.api.access.trouble = Optional.of(outage());
    api.get("listBackends", "", "resource_id", WORKSPACE);
  }

  private void service() {
    DescribedApi api = fresh();
    String tag = api.get("openApi", "").headers().get("ETag");
    api.call("openApi", "", with(Map.of("if-none-match", tag), Optional.empty()));
    api.get("health", "");
    DescribedApi broken = fresh();
    broken.api.world.breakTable("activejobs");
    broken.get("health", "");
    DescribedApi closed = fresh();
    closed.api.world.failTargets(outage());
    closed.get("health", "");
  }
}
