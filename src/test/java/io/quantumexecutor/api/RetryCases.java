package io.quantumexecutor.api;

import static io.quantumexecutor.api.ContractInputs.BELL;
import static io.quantumexecutor.api.ContractInputs.CAROL;
import static io.quantumexecutor.api.ContractInputs.KEY;
import static io.quantumexecutor.api.ContractInputs.LIVE_ONLY;
import static io.quantumexecutor.api.ContractInputs.ROLE_NEEDED;
import static io.quantumexecutor.api.ContractInputs.SIGNED_IN;
import static io.quantumexecutor.api.ContractInputs.outage;
import static io.quantumexecutor.api.ContractInputs.with;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.QueueMessage;
import java.util.Optional;

/** Jobs that are run again. */
final class RetryCases {
  private final ContractRecord record;

  RetryCases(ContractRecord record) {
    this.record = record;
  }

  void all() {
    retry();
    retryOfDrops();
  }

  private DescribedApi fresh() {
    return DescribedApi.in(record);
  }

  private void retry() {
    DescribedApi api = fresh();
    String id = api.cancelled(BELL);
    api.get("retryJob", id);
    ApiRequest once = with(KEY, Optional.empty());
    String picky = api.cancelled(ApiFixture.bell(", \"when_unavailable\": \"reject\""));
    String again = ApiFixture.json(api.call("retryJob", id, once)).path("id").textValue();
    api.call("retryJob", id, once);
    api.call("retryJob", api.cancelled(BELL), once);
    api.get("retryJob", again);
    api.get("cancelJob", again);
    api.get("deleteJob", again);
    api.call("retryJob", id, once);
    DescribedApi.full(api.api, record).get("retryJob", id);
    api.api.fixture.show("ionq", "ionq.simulator", "Unavailable");
    api.api.fixture.passMinutes(2);
    api.get("retryJob", picky);
    api.send("retryJob", id, "[]");
    String dear = api.cancelled(BELL.replace("ionq.simulator", "ionq.qpu.forte-1"));
    api.send("retryJob", dear, "{\"max_cost\": {\"amount\": 1, \"unit\": \"USD\"}}");
    String live = api.cancelled(LIVE_ONLY);
    api.api.fixture.withdraw("newco.qpu.one");
    api.api.fixture.passMinutes(2);
    api.get("retryJob", live);
    ApiFixture shared = new ApiFixture();
    DescribedApi open = new DescribedApi(shared, record, SIGNED_IN, 1_000);
    ApiResponse carols = open.call("submitJob", "", with(CAROL, Optional.of(BELL)));
    String hers = ApiFixture.json(carols).path("id").textValue();
    open.call("cancelJob", hers, with(CAROL, Optional.empty()));
    new DescribedApi(shared, record, ROLE_NEEDED, 1_000)
        .call("retryJob", hers, with(CAROL, Optional.empty()));
  }

  /** Drops are accepted without asking the workspace, which may say no later. */
  private void retryOfDrops() {
    retryDrop("neither a submission nor JSON");
    retryDrop(LIVE_ONLY.replace("measure q -> c;", "measure q -> c; if(c==1) x q[0];"));
    String dear = ApiFixture.bell(", \"max_cost\": {\"amount\": 1, \"unit\": \"USD\"}");
    retryDrop(dear.replace("ionq.simulator", "newco.qpu.one"));
    DescribedApi api = fresh();
    api.api.drops.accept(new QueueMessage.Drop(LIVE_ONLY, "message-1"));
    String id = api.api.fixture.idsOf(ApiFixture.OWNER).get(0).toString();
    api.get("cancelJob", id);
    api.api.fixture.failTargets(outage());
    api.get("retryJob", id);
  }

  private void retryDrop(String message) {
    DescribedApi api = fresh();
    api.api.drops.accept(new QueueMessage.Drop(message, "message-1"));
    api.api.fixture.dispatchAllOf(ApiFixture.OWNER);
    String id = api.api.fixture.idsOf(ApiFixture.OWNER).get(0).toString();
    api.get("getJob", id);
    api.get("getSubmitted", id);
    api.get("retryJob", id);
  }
}
