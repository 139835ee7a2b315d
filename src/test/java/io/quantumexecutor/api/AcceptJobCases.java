package io.quantumexecutor.api;

import static io.quantumexecutor.api.ContractInputs.BELL;
import static io.quantumexecutor.api.ContractInputs.CAROL;
import static io.quantumexecutor.api.ContractInputs.FLAT;
import static io.quantumexecutor.api.ContractInputs.KEY;
import static io.quantumexecutor.api.ContractInputs.LIVE_ONLY;
import static io.quantumexecutor.api.ContractInputs.PREFERENCES;
import static io.quantumexecutor.api.ContractInputs.ROLE_NEEDED;
import static io.quantumexecutor.api.ContractInputs.WORKSPACE;
import static io.quantumexecutor.api.ContractInputs.outage;
import static io.quantumexecutor.api.ContractInputs.with;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.workspace.CheckStep;
import java.util.Map;
import java.util.Optional;

/** Submissions, checks of them, and what they are checked against. */
final class AcceptJobCases {
  private final ContractRecord record;

  AcceptJobCases(ContractRecord record) {
    this.record = record;
  }

  void all() {
    submit();
    idempotency();
    preflight();
    backends();
    workspaces();
  }

  private DescribedApi fresh() {
    return DescribedApi.in(record);
  }

  private void submit() {
    DescribedApi api = fresh();
    api.submitted(BELL);
    api.send("submitJob", "", "{}");
    api.call("submitJob", "", with(Map.of(), Optional.empty()));
    api.send("submitJob", "", ApiFixture.bell(", \"job_name\": \"" + "x".repeat(30_000) + "\""));
    api.send("submitJob", "", BELL.replace("cx q[0],q[1]", "foo q[0]"));
    String forte = ApiFixture.bell(", \"max_cost\": {\"amount\": 1, \"unit\": \"%s\"}");
    forte = forte.replace("ionq.simulator", "ionq.qpu.forte-1");
    api.send("submitJob", "", forte.formatted("USD"));
    api.send("submitJob", "", forte.formatted("HQC"));
    api.api.fixture.show("ionq", "ionq.simulator", "Unavailable");
    api.send("submitJob", "", ApiFixture.bell(", \"when_unavailable\": \"reject\""));
    DescribedApi closed = fresh();
    closed.api.fixture.failTargets(outage());
    closed.send("submitJob", "", LIVE_ONLY);
    DescribedApi carol = new DescribedApi(new ApiFixture(), record, ROLE_NEEDED, 1_000);
    carol.call("submitJob", "", with(CAROL, Optional.of(BELL)));
    carol.call("preflightJob", "", with(CAROL, Optional.of(BELL)));
    DescribedApi.full(new ApiFixture(), record).send("submitJob", "", BELL);
  }

  private void idempotency() {
    DescribedApi api = fresh();
    ApiRequest once = with(KEY, Optional.of(BELL));
    String id = ApiFixture.json(api.call("submitJob", "", once)).path("id").textValue();
    api.call("submitJob", "", once);
    api.call("submitJob", "", with(KEY, Optional.of(ApiFixture.bell(", \"num_shots\": 1"))));
    api.get("cancelJob", id);
    api.get("deleteJob", id);
    api.call("submitJob", "", once);
  }

  private void preflight() {
    DescribedApi api = fresh();
    api.api.fixture.show("ionq", "ionq.simulator", "Available");
    api.send("preflightJob", "", BELL);
    api.send("preflightJob", "", BELL.replace("ionq.simulator", "ionq.qpu.forte-1"));
    api.send("preflightJob", "", BELL.replace("cx q[0],q[1]", "foo q[0]"));
    api.send("preflightJob", "", LIVE_ONLY);
    api.send("preflightJob", "", "[]");
    api.call("preflightJob", "", with(Map.of(), Optional.empty()));
    api.send("preflightJob", "", " ".repeat(30_000));
    DescribedApi closed = fresh();
    closed.api.fixture.failTargets(outage());
    closed.send("preflightJob", "", LIVE_ONLY);
  }

  private void backends() {
    DescribedApi api = fresh();
    api.get("listBackends", "");
    api.get("listBackends", "", "kind", "hardware", "provider", "ionq");
    api.get("listBackends", "", "kind", "abacus");
    api.get("listBackends", "", "name", "ionq.simulater");
    DescribedApi closed = fresh();
    closed.api.fixture.failTargets(outage());
    closed.get("listBackends", "");
  }

  private static CheckStep step(CheckStep.Outcome outcome) {
    return new CheckStep(
        CheckStep.Name.DATA_ROLE, outcome, "no role", "assign it", "az role", "resource_id");
  }

  private void workspaces() {
    String own = ApiFixture.bell(", \"resource_id\": \"" + WORKSPACE + "\"");
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
    api.send("retryJob", id, "{\"resource_id\": \"" + WORKSPACE + "\"}");
    api.get("listBackends", "", "resource_id", WORKSPACE);
    api.api.access.missing = Optional.empty();
    api.send("retryJob", id, "{\"resource_id\": \"" + WORKSPACE + "\"}");
    api.send("submitJob", "", PREFERENCES);
    api.send("submitJob", "", FLAT);
    api.api.access.trouble = Optional.of(outage());
    api.get("listBackends", "", "resource_id", WORKSPACE);
  }
}
