package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.ListBackends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The API over the fakes of the core. */
final class ApiFixture {
  static final Owner OWNER = new Owner("single");
  final JobFixture fixture = new JobFixture();
  final ApiPolicy policy =
      new ApiPolicy(20_000, 168, new IdentityKey("partition"), fixture.callbacks);
  final FakeAccess access = new FakeAccess(fixture.targets.status());
  final Fingerprints fingerprints = new Fingerprints(new byte[32]);
  private final CheckSubmission check = fixture.check(access);
  final JobApi jobs = jobs(CallerPolicy.SINGLE_OWNER, 1_000, 1_000);
  private final Admission admission =
      new Admission(
          new Callers(CallerPolicy.SINGLE_OWNER),
          new RateLimit(1_000, fixture.clock),
          new RequestBody(policy.maxBodyBytes()));
  final BackendsApi backends =
      new BackendsApi(new ListBackends(fixture.targets), access, fixture.clock, admission);
  final PreflightApi preflight =
      new PreflightApi(check, access, fixture.preflight(), policy, fixture.work, admission);
  final WorkspaceApi workspaces = new WorkspaceApi(access, fixture.work, admission);
  final AcceptDrop drops = drops(1_000);

  /** Drops of an owner who may have so many unfinished jobs. */
  AcceptDrop drops(int activeJobs) {
    return new AcceptDrop(
        new DropReader(check, access, fingerprints, fixture.work, policy),
        fixture.useCases.accept(),
        fixture.queue,
        room(activeJobs),
        new AcceptDrop.DropPolicy(OWNER, policy.partition()));
  }

  /** The routes as other callers see them: the same jobs behind another gate. */
  JobApi jobs(CallerPolicy who, int requestsPerMinute, int activeJobs) {
    Callers callers = new Callers(who);
    AcceptJob accept = fixture.useCases.accept();
    AcceptanceGate gate = new AcceptanceGate(callers, room(activeJobs));
    return new JobApi(
        new AcceptJobApi(gate, check, access, accept, fingerprints, fixture.work, policy),
        new RetryApi(gate, check, access, accept, fingerprints, fixture.callbacks, fixture.work),
        new LongPoll(fixture.read, fixture.clock::advance, fixture.clock),
        fixture.useCases.cancel(),
        fixture.useCases.change(),
        fixture.useCases.delete(),
        new Admission(
            callers,
            new RateLimit(requestsPerMinute, fixture.clock),
            new RequestBody(policy.maxBodyBytes())));
  }

  ActiveJobRoom room(int most) {
    return new ActiveJobRoom(fixture.ports.ownerCounts(), most, fixture.clock);
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
