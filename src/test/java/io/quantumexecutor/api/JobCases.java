package io.quantumexecutor.api;

import static io.quantumexecutor.api.ContractInputs.BELL;
import static io.quantumexecutor.api.ContractInputs.UNKNOWN_ID;
import static io.quantumexecutor.api.ContractInputs.bitcode;
import static io.quantumexecutor.api.ContractInputs.patch;
import static io.quantumexecutor.api.ContractInputs.program;
import static io.quantumexecutor.api.ContractInputs.quil;
import static io.quantumexecutor.api.ContractInputs.with;

import io.quantumexecutor.circuit.classiq.ProgramFiles;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.lifecycle.JobFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs: lists, results, inputs and changes. */
final class JobCases {
  private final ContractRecord record;

  JobCases(ContractRecord record) {
    this.record = record;
  }

  void all() {
    lists();
    results();
    unusualResults();
    inputs();
    cancel();
    change();
    delete();
  }

  private DescribedApi fresh() {
    return DescribedApi.in(record);
  }

  private void lists() {
    DescribedApi api = fresh();
    api.submitted(
        ApiFixture.bell(", \"job_name\": \"a\", \"tags\": [\"t\"], \"priority\": \"High\""));
    api.submitted(
        ApiFixture.bell(
            ", \"events\": \"all\", \"callback_url\": \"https://hooks.example.com/q\""));
    api.api.drops.accept(new QueueMessage.Drop("not a submission", "message-1"));
    String cursor =
        ApiFixture.json(api.get("listJobs", "", "limit", "1")).path("cursor").textValue();
    api.get("listJobs", "", "cursor", cursor, "status", "queued", "backend", "ionq.simulator");
    api.get("listJobs", "", "name", "a", "tag", "t", "created_after", "2020-01-01T00:00:00Z");
    api.get("listJobs", "", "owner", "*", "created_before", "2100-01-01T00:00:00Z");
    api.get("listJobs", "", "limit", "0");
  }

  private static String completed(DescribedApi api, String body, String answer) {
    String id = api.submitted(body);
    api.api.fixture.dispatchAllOf(ApiFixture.OWNER);
    api.api.fixture.finishAll(answer);
    api.api.fixture.tick(Duration.ofSeconds(2));
    return id;
  }

  private void results() {
    DescribedApi api = fresh();
    String id = completed(api, BELL, JobFixture.BELL_ANSWER);
    api.get("getJob", id);
    api.get("getJob", id, "wait", "61");
    api.get("getJob", id, "wait", "1");
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
    DescribedApi held = fresh();
    String waiting = held.submitted(BELL);
    held.api.fixture.failCreating("TargetUnavailable");
    held.api.fixture.dispatchAllOf(ApiFixture.OWNER);
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
    api.api.fixture.dispatchAllOf(ApiFixture.OWNER);
    jobs.forEach(id -> api.get("getSubmitted", id));
    api.get("getSubmitted", api.cancelled(BELL));
    api.get("getSubmitted", UNKNOWN_ID);
  }

  private void cancel() {
    DescribedApi api = fresh();
    api.cancelled(BELL);
    String running = api.submitted(BELL);
    api.api.fixture.dispatchAllOf(ApiFixture.OWNER);
    api.get("cancelJob", running);
    api.get("cancelJob", completed(fresh(), BELL, JobFixture.BELL_ANSWER));
    DescribedApi ended = fresh();
    ended.get("cancelJob", completed(ended, BELL, JobFixture.BELL_ANSWER));
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
    api.api.fixture.duringUpload(() -> api.send("changeJob", id, high));
    api.api.fixture.dispatchAllOf(ApiFixture.OWNER);
    api.api.fixture.refuse("prioritise High");
    api.send("changeJob", id, high);
    api.api.fixture.fail("prioritise High");
    api.send("changeJob", id, high);
    api.send("changeJob", api.cancelled(BELL), high);
  }

  private void delete() {
    DescribedApi api = fresh();
    api.get("deleteJob", api.cancelled(BELL));
    api.get("deleteJob", api.submitted(BELL));
  }
}
