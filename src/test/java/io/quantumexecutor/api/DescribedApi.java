package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.lifecycle.accept.ListBackends;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All routes as one kind of caller has them. Every answer goes into the record. */
final class DescribedApi {
  final ApiFixture api;
  private final ContractRecord record;
  private final Map<String, Function<ApiRequest, ApiResponse>> routes;

  /** A new fixture with the usual caller. */
  static DescribedApi in(ContractRecord record) {
    return new DescribedApi(new ApiFixture(), record, CallerPolicy.SINGLE_OWNER, 1_000);
  }

  /** The API for a caller who may have no unfinished job. */
  static DescribedApi full(ApiFixture api, ContractRecord record) {
    JobApi jobs = api.jobs(CallerPolicy.SINGLE_OWNER, 1_000, 0);
    return new DescribedApi(api, record, CallerPolicy.SINGLE_OWNER, 1_000, jobs);
  }

  DescribedApi(ApiFixture api, ContractRecord record, CallerPolicy policy, int requestsPerMinute) {
    this(api, record, policy, requestsPerMinute, api.jobs(policy, requestsPerMinute, 1_000));
  }

  DescribedApi(
      ApiFixture api,
      ContractRecord record,
      CallerPolicy policy,
      int requestsPerMinute,
      JobApi jobs) {
    this.api = api;
    this.record = record;
    Admission admission =
        new Admission(
            new Callers(policy),
            new RateLimit(requestsPerMinute, api.fixture.clock),
            new RequestBody(api.policy.maxBodyBytes()));
    ListBackends targets = new ListBackends(api.fixture.targets);
    this.routes =
        Map.ofEntries(
            Map.entry("submitJob", jobs::submit),
            Map.entry("listJobs", jobs::list),
            Map.entry("getJob", jobs::get),
            Map.entry("changeJob", jobs::change),
            Map.entry("deleteJob", jobs::delete),
            Map.entry("getResult", jobs::result),
            Map.entry("getSubmitted", jobs::submitted),
            Map.entry("cancelJob", jobs::cancel),
            Map.entry("retryJob", jobs::retry),
            Map.entry(
                "preflightJob",
                new PreflightApi(
                        api.fixture.check(api.access),
                        api.access,
                        api.fixture.preflight(),
                        api.policy,
                        api.fixture.work,
                        admission)
                    ::preflight),
            Map.entry(
                "checkWorkspace", new WorkspaceApi(api.access, api.fixture.work, admission)::check),
            Map.entry(
                "listBackends",
                new BackendsApi(targets, api.access, api.fixture.clock, admission)::list),
            Map.entry(
                "health",
                new HealthApi(
                        api.fixture.ports.activeJobs(), api.fixture.targets, api.fixture.clock)
                    ::health),
            Map.entry("console", new ConsoleApi()::file),
            Map.entry("openApi", new OpenApi()::document));
  }

  /** A request without a body. */
  ApiResponse get(String operation, String id, String... query) {
    return call(operation, id, ApiFixture.request("", query));
  }

  /** A request with a body. */
  ApiResponse send(String operation, String id, String body) {
    ApiRequest request =
        new ApiRequest("", Map.of(), Map.of("content-length", "1"), Optional.of(body), "test");
    return call(operation, id, request);
  }

  /** A request that says everything itself but its path. */
  ApiResponse call(String operationId, String id, ApiRequest request) {
    DescribedOperation operation = record.description().operation(operationId);
    ApiRequest full =
        new ApiRequest(
            "/api/" + operation.route().replaceFirst("\\{.*}", id),
            request.query(),
            request.headers(),
            request.body(),
            request.invocationId());
    ApiResponse response = routes.get(operationId).apply(full);
    record.note(operation, full, response);
    return response;
  }

  /** Submits and gives the new job's id. */
  String submitted(String body) {
    return ApiFixture.json(send("submitJob", "", body)).path("id").textValue();
  }

  /** A job that was cancelled before it was dispatched. */
  String cancelled(String body) {
    String id = submitted(body);
    get("cancelJob", id);
    return id;
  }
}
