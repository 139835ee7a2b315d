package io.quantumexecutor.api;

import static io.quantumexecutor.api.ContractInputs.BELL;
import static io.quantumexecutor.api.ContractInputs.CAROL;
import static io.quantumexecutor.api.ContractInputs.SIGNED_IN;
import static io.quantumexecutor.api.ContractInputs.UNKNOWN_ID;
import static io.quantumexecutor.api.ContractInputs.outage;
import static io.quantumexecutor.api.ContractInputs.with;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.lifecycle.WorkLedger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that bring about every answer of every route, each group in worlds of its own. */
final class ContractCases {
  private final ContractRecord record;

  ContractCases(ContractRecord record) {
    this.record = record;
  }

  void all() {
    everyRoute();
    service();
    new AcceptJobCases(record).all();
    new JobCases(record).all();
    new RetryCases(record).all();
  }

  private DescribedApi fresh() {
    return DescribedApi.in(record);
  }

  /** A body that the route takes, or none. */
  private static Optional<String> body(DescribedOperation operation) {
    if (!operation.hasBody() || operation.id().equals("retryJob")) {
      return Optional.empty();
    }
    return Optional.of(operation.id().equals("changeJob") ? "{\"tags\": []}" : BELL);
  }

  /** What every route answers to callers it does not let in, and when something breaks. */
  private void everyRoute() {
    for (DescribedOperation operation : record.description().operations()) {
      record.note(operation, ApiFixture.request(""), ErrorBoundary.internalError("test"));
      if (!operation.isOpenToAll()) {
        refusedCallers(operation);
      }
    }
    for (String id : List.of("submitJob", "retryJob", "cancelJob", "changeJob", "deleteJob")) {
      race(record.description().operation(id));
    }
    for (String id :
        List.of("submitJob", "retryJob", "preflightJob", "checkWorkspace", "getResult")) {
      busy(record.description().operation(id));
    }
  }

  private void refusedCallers(DescribedOperation operation) {
    String id = operation.id();
    Optional<String> body = body(operation);
    ApiRequest plain = with(Map.of("content-length", "1"), body);
    DescribedApi signedIn = new DescribedApi(new ApiFixture(), record, SIGNED_IN, 1_000);
    signedIn.call(id, UNKNOWN_ID, plain);
    signedIn.call(id, UNKNOWN_ID, new ApiRequest("", Map.of("owner", "x"), CAROL, body, "test"));
    ApiRequest noOwner = new ApiRequest("", Map.of("owner", "?"), Map.of(), body, "test");
    fresh().call(id, UNKNOWN_ID, noOwner);
    DescribedApi once = new DescribedApi(new ApiFixture(), record, CallerPolicy.SINGLE_OWNER, 1);
    once.call(id, UNKNOWN_ID, plain);
    once.call(id, UNKNOWN_ID, plain);
    DescribedApi broken = fresh();
    broken.api.fixture.breakTable("jobs");
    broken.call(id, UNKNOWN_ID, plain);
    broken.call(id, UNKNOWN_ID, new ApiRequest("", Map.of(), Map.of(), body.map(it -> ""), "t"));
  }

  /** Only requests of several instances at the same moment bring it about: its answer is given. */
  private void race(DescribedOperation operation) {
    ApiRequest request = ApiFixture.request("");
    ApiResponse answer =
        ErrorBoundary.guard(
            request,
            () -> {
              throw new StaleException("the job");
            });
    record.note(operation, request, answer);
  }

  /** Only much work at the same moment brings it about: its answer is given. */
  private void busy(DescribedOperation operation) {
    WorkLedger ledger = new WorkLedger(1, Duration.ZERO);
    ApiRequest request = ApiFixture.request("");
    ApiResponse answer =
        ledger.within(
            Long.MAX_VALUE,
            () ->
                ErrorBoundary.guard(
                    request, () -> ledger.within(Long.MAX_VALUE, () -> ApiResponse.empty(500))));
    record.note(operation, request, answer);
  }

  private void service() {
    DescribedApi api = fresh();
    String tag = api.get("openApi", "").headers().get("ETag");
    api.call("openApi", "", with(Map.of("if-none-match", tag), Optional.empty()));
    List.of("index.html", "icon.svg", "base.css", "app.js", "vendor/LICENSE.md", "none", "")
        .forEach(file -> api.get("console", file));
    String page = api.get("console", "index.html").headers().get("ETag");
    api.call("console", "index.html", with(Map.of("if-none-match", page), Optional.empty()));
    api.get("health", "");
    DescribedApi broken = fresh();
    broken.api.fixture.breakTable("activejobs");
    broken.get("health", "");
    DescribedApi closed = fresh();
    closed.api.fixture.failTargets(outage());
    closed.get("health", "");
  }
}
