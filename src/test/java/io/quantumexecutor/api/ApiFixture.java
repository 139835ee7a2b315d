package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.accept.ListBackends;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The API over the fakes of the core. */
final class ApiFixture {
  static final Owner OWNER = new Owner("single");
  final JobFixture fixture = new JobFixture();
  final ApiPolicy policy = new ApiPolicy(20_000, 168, "partition", fixture.callbacks);
  final FakeAccess access = new FakeAccess(fixture.targets.status());
  final Fingerprints fingerprints = new Fingerprints(new byte[32]);
  final JobApi jobs = jobs(CallerPolicy.SINGLE_OWNER, 1_000, 1_000);
  private final Admission admission =
      new Admission(new Callers(CallerPolicy.SINGLE_OWNER), new RateLimit(1_000, fixture.clock));
  final BackendsApi backends =
      new BackendsApi(new ListBackends(fixture.targets), access, fixture.clock, admission);
  final PreflightApi preflight =
      new PreflightApi(
          new AcceptanceChecks(fixture.check(), access), fixture.preflight(), policy, admission);
  final WorkspaceApi workspaces = new WorkspaceApi(access, policy, admission);
  final AcceptDrop drops =
      new AcceptDrop(
          steps(new Callers(CallerPolicy.SINGLE_OWNER), 1_000),
          fixture.ports.queue(),
          new AcceptDrop.DropPolicy(OWNER, policy));

  private SubmitSteps steps(Callers callers, int activeJobs) {
    return new SubmitSteps(
        new AcceptanceChecks(fixture.check(), access),
        fixture.useCases.accept(),
        fingerprints,
        new AcceptanceGate(callers, fixture.ownerCounts, activeJobs, fixture.clock));
  }

  /** The routes as other callers see them: the same jobs behind another gate. */
  JobApi jobs(CallerPolicy who, int requestsPerMinute, int activeJobs) {
    Callers callers = new Callers(who);
    SubmitSteps steps = steps(callers, activeJobs);
    return new JobApi(
        new AcceptJobApi(steps, policy),
        new RetryApi(steps),
        new LongPoll(new ReadJobs(fixture.ports), fixture.clock::advance, fixture.clock),
        fixture.useCases,
        new Admission(callers, new RateLimit(requestsPerMinute, fixture.clock)));
  }

  static String bell(String more) {
    return """
        {"program": "OPENQASM 2.0; include \\"qelib1.inc\\"; qreg q[2]; creg c[2]; h q[0]; cx q[0],q[1]; measure q -> c;",
         "backend_preferences": {"backend_name": "ionq.simulator"}%s}
        """
        .formatted(more);
  }

  static ApiRequest request(String path, String... queryPairs) {
    Map<String, String> query = new HashMap<>();
    for (int i = 0; i < queryPairs.length; i += 2) {
      query.put(queryPairs[i], queryPairs[i + 1]);
    }
    return new ApiRequest(path, query, Map.of(), Optional.empty(), "test");
  }

  static ApiRequest post(String body, Map<String, String> headers) {
    return new ApiRequest("/api/jobs", Map.of(), headers, Optional.of(body), "test");
  }

  ApiResponse submit(String body) {
    return jobs.submit(post(body, Map.of()));
  }

  String submittedId(String body) {
    return json(submit(body)).path("id").textValue();
  }

  static JsonNode json(ApiResponse response) {
    try {
      return ApiJson.MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
