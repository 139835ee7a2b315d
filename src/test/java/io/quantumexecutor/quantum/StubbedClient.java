package io.quantumexecutor.quantum;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.workspace.ProviderFormat;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.NewProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.UploadedInput;
import io.quantumexecutor.workspace.Workspace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client of the scripted server, and the values that its tests share. */
final class StubbedClient {
  static final String SECRET = "the-secret-of-the-test";
  static final JobId ID = JobId.parse("0199c5a0-0000-7000-8000-00000000abcd").orElseThrow();
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Workspace WORKSPACE =
      new Workspace("00000000-0000-0000-0000-000000000001", "Group-1", "Work");
  static final ClientLimits SMALL =
      new ClientLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(40), Duration.ofMinutes(1), 1 << 16, 1 << 12);

  /** The pauses that the client asked for, none of which it got. */
  final List<Duration> pauses = new ArrayList<>();

  private final StubService service;

  StubbedClient(StubService service) {
    this.service = service;
  }

  QuantumWorkspace open() {
    return open(URI.create(service.url()), key());
  }

  QuantumWorkspace open(URI endpoint, HttpPipelinePolicy authentication) {
    return clients(SMALL, InstantSource.fixed(NOW))
        .open(new QuantumEndpoint(endpoint, WORKSPACE), authentication);
  }

  /** A client that waits for that long only, by the real clock. */
  QuantumWorkspace openImpatient(Duration answer, Duration whole) {
    ClientLimits limits = new ClientLimits(SMALL.connect(), answer, whole, 1 << 16, 1 << 12);
    return clients(limits, InstantSource.system())
        .open(new QuantumEndpoint(URI.create(service.url()), WORKSPACE), key());
  }

  private QuantumClients clients(ClientLimits limits, InstantSource clock) {
    BlobHosts hosts =
        new BlobHosts(List.of(".blob.core.windows.net"), List.of(service.hostAndPort()));
    return new QuantumClients(limits, hosts, clock, pauses::add);
  }

  /** azure-core sends neither tokens nor keys over plain http, so the key is a mere header here. */
  static HttpPipelinePolicy key() {
    return new AddHeadersPolicy(
        new HttpHeaders().set(HttpHeaderName.fromString("x-ms-quantum-api-key"), SECRET));
  }

  static NewProviderJob bell() {
    return new NewProviderJob(
        ID,
        "bell",
        "ionq",
        "ionq.simulator",
        new ProviderFormat("ionq.circuit.v1", "ionq.quantum-results.v1", "application/json"),
        Map.of("shots", 100),
        null,
        List.of(),
        new UploadedInput(
            URI.create("https://store.blob.core.windows.net/job-1?sv=1&sig=abc"),
            URI.create("https://store.blob.core.windows.net/job-1/inputData")));
  }

  static ProviderJob succeeded(String outputUri) {
    return new ProviderJob(ID, "Succeeded", URI.create(outputUri), null, null, null, null);
  }

  static String job(String status) {
    return "{\"id\":\"" + ID + "\",\"status\":\"" + status + "\"}";
  }
}
