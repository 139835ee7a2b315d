package io.quantumexecutor.quantum;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpLoggingPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.HttpClientOptions;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.workspace.AzureResources;
import io.quantumexecutor.workspace.QuantumWorkspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Opens clients of workspaces. All share one HTTP client: one per process is enough. There is no
 * retry policy in the pipelines, because azure-core's repeats every verb.
 */
public final class QuantumClients {
  private static final String USER_AGENT = "azure-quantum-executor/1.0";

  private final ClientLimits limits;
  private final BlobHosts hosts;
  private final InstantSource clock;
  private final RetryPolicy retries;
  private final HttpClient http;
  private final TraceContext trace;
  private final LongAdder calls = new LongAdder();

  /** Clients whose calls belong to no trace. */
  public QuantumClients(ClientLimits limits, BlobHosts hosts, InstantSource clock, Pause pause) {
    this(limits, hosts, clock, pause, new TraceContext());
  }

  /**
   * Clients whose calls carry a trace.
   *
   * @param trace tells to which trace a call belongs
   */
  public QuantumClients(
      ClientLimits limits, BlobHosts hosts, InstantSource clock, Pause pause, TraceContext trace) {
    this.trace = trace;
    this.limits = limits;
    this.hosts = hosts;
    this.clock = clock;
    this.retries = new RetryPolicy(clock, pause);
    this.http =
        HttpClient.createDefault(
            new HttpClientOptions()
                .setConnectTimeout(limits.connect())
                .setResponseTimeout(limits.answer())
                .setReadTimeout(limits.answer())
                .setWriteTimeout(limits.whole()));
  }

  /**
   * A client of one workspace.
   *
   * @param authentication adds the credential to calls of the service; never sees calls of storage
   */
  public QuantumWorkspace open(QuantumEndpoint endpoint, HttpPipelinePolicy authentication) {
    QuantumService service =
        new QuantumService(
            exchange(List.of(new TracingPolicy(trace, calls), authentication)),
            retries,
            endpoint,
            limits.jsonBytes());
    BlobTransfers blobs =
        new BlobTransfers(exchange(List.of()), retries, hosts, limits.outputBytes());
    return new AzureQuantumClient(service, blobs, clock);
  }

  /** How many requests went to Azure Quantum so far, storage not counted. */
  public long calls() {
    return calls.sum();
  }

  /** Bearer tokens for Azure Quantum; refuses to send them over anything but https. */
  public static HttpPipelinePolicy bearer(TokenCredential credential) {
    return new TokenPolicy(credential, TokenPolicy.QUANTUM);
  }

  /**
   * Azure Resource Manager as an identity sees it.
   *
   * @param base scheme and host; tokens need https
   */
  public AzureResources resourceManager(URI base, TokenCredential credential) {
    TokenPolicy tokens = new TokenPolicy(credential, TokenPolicy.RESOURCE_MANAGER);
    return new ArmClient(exchange(List.of(tokens)), retries, base);
  }

  private Exchange exchange(List<HttpPipelinePolicy> authentication) {
    List<HttpPipelinePolicy> policies = new ArrayList<>();
    policies.add(new UserAgentPolicy(USER_AGENT));
    policies.add(new RequestIdPolicy());
    policies.addAll(authentication);
    policies.add(new HttpLoggingPolicy(logOptions()));
    HttpPipeline pipeline =
        new HttpPipelineBuilder()
            .httpClient(http)
            .policies(policies.toArray(HttpPipelinePolicy[]::new))
            .build();
    return new Exchange(pipeline, limits.whole(), clock);
  }

  /** Address without signatures, status and time; no headers and no bodies. */
  private static HttpLogOptions logOptions() {
    return new HttpLogOptions().setLogLevel(HttpLogDetailLevel.BASIC);
  }
}
