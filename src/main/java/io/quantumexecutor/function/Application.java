package io.quantumexecutor.function;

import com.azure.core.credential.TokenCredential;
import io.quantumexecutor.api.AcceptDrop;
import io.quantumexecutor.api.AcceptJobApi;
import io.quantumexecutor.api.AcceptanceChecks;
import io.quantumexecutor.api.AcceptanceGate;
import io.quantumexecutor.api.Admission;
import io.quantumexecutor.api.BackendsApi;
import io.quantumexecutor.api.Callers;
import io.quantumexecutor.api.HealthApi;
import io.quantumexecutor.api.JobApi;
import io.quantumexecutor.api.LongPoll;
import io.quantumexecutor.api.PreflightApi;
import io.quantumexecutor.api.RateLimit;
import io.quantumexecutor.api.RetryApi;
import io.quantumexecutor.api.SubmitSteps;
import io.quantumexecutor.api.WorkspaceApi;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.callback.SignedCallbacks;
import io.quantumexecutor.identity.Connections;
import io.quantumexecutor.identity.Credentials;
import io.quantumexecutor.identity.IdentityKeys;
import io.quantumexecutor.identity.ManagedIdentities;
import io.quantumexecutor.identity.WorkspaceDoctor;
import io.quantumexecutor.identity.WorkspaceHosts;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.Notices;
import io.quantumexecutor.lifecycle.UseCases;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.CountActiveJobs;
import io.quantumexecutor.lifecycle.accept.ListBackends;
import io.quantumexecutor.lifecycle.accept.Preflight;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import io.quantumexecutor.quantum.ClientLimits;
import io.quantumexecutor.quantum.Pause;
import io.quantumexecutor.quantum.ProviderCatalogue;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.quantum.QuantumEndpoint;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Everything the triggers call, built from the settings. Building it opens no connection.
 *
 * @param upstreamCalls how many calls went to Azure Quantum so far
 */
record Application(
    HttpApis http,
    UseCases useCases,
    AcceptDrop drops,
    CountActiveJobs count,
    LongSupplier upstreamCalls,
    CallScope scope) {

  /** What lies outside of the process, and how it is reached. */
  private record Outside(
      StorageClients storage,
      QuantumClients clients,
      Connections workspaces,
      Callbacks callbacks,
      CallScope scope) {}

  /** What knows nothing of HTTP. */
  private record Core(
      JobPorts ports, Targets targets, Translation translation, UseCases useCases) {}

  static Application of(Settings settings) {
    InstantSource clock = Clock.systemUTC();
    Outside outside = outside(settings, clock);
    Core core = core(settings, outside, clock);
    Callers callers = new Callers(settings.owners().callers());
    SubmitSteps steps = steps(settings, outside, core, callers, clock);
    ApiPolicy policy =
        new ApiPolicy(
            settings.limits().maxBodyBytes(),
            settings.limits().holdHours(),
            outside.workspaces().integrationPartition(),
            outside.callbacks());
    Admission admission =
        new Admission(callers, new RateLimit(settings.owners().requestsPerMinute(), clock));
    return new Application(
        http(core, steps, policy, admission, clock),
        core.useCases(),
        new AcceptDrop(
            steps,
            core.ports().queue(),
            new AcceptDrop.DropPolicy(settings.limits().dropOwner(), policy)),
        new CountActiveJobs(outside.storage().ownerCounts(), clock),
        outside.clients()::calls,
        outside.scope());
  }

  private static Outside outside(Settings settings, InstantSource clock) {
    TokenCredential credential = ManagedIdentities.credential(settings.identityClientId());
    StorageClients storage = storage(settings.storage(), credential);
    CallScope scope = new CallScope(new LoggedLines(), new TraceContext());
    QuantumClients clients =
        new QuantumClients(
            ClientLimits.DEFAULT.withOutputBytes(settings.limits().maxOutputBytes()),
            settings.blobHosts(),
            clock,
            Pause.real(),
            scope.trace());
    return new Outside(
        storage,
        clients,
        connections(settings, credential, storage, clients),
        SignedCallbacks.of(settings.hmacKey().bytes(), settings.callbackTestHosts(), clock),
        scope);
  }

  private static Core core(Settings settings, Outside outside, InstantSource clock) {
    StorageClients storage = outside.storage();
    JobPorts ports =
        new JobPorts(
            storage.jobs(),
            storage.activeJobs(),
            storage.expiring(),
            storage.payloads(),
            storage.dispatchQueue(outside.scope().trace()),
            storage.pollQueue(),
            outside.workspaces(),
            new Notices(storage.events(), outside.callbacks()),
            outside.scope().lines());
    Targets targets = new Targets(ProviderCatalogue.bundled(), outside.workspaces(), clock);
    Translation translation = new Translation(targets, settings.limits().circuit());
    SecureRandom random = new SecureRandom();
    JobIds ids = new JobIds(clock, random);
    Backoff delays = new Backoff(random, settings.pace());
    return new Core(
        ports, targets, translation, new UseCases(ports, translation, ids, delays, clock));
  }

  private static SubmitSteps steps(
      Settings settings, Outside outside, Core core, Callers callers, InstantSource clock) {
    AcceptanceChecks checks =
        new AcceptanceChecks(
            new CheckSubmission(core.targets(), core.translation()),
            new WorkspaceDoctor(settings.access().policy(), outside.workspaces(), clock));
    AcceptanceGate gate =
        new AcceptanceGate(
            callers, outside.storage().ownerCounts(), settings.owners().activeJobs(), clock);
    return new SubmitSteps(
        checks, core.useCases().accept(), new Fingerprints(settings.hmacKey().bytes()), gate);
  }

  private static HttpApis http(
      Core core, SubmitSteps steps, ApiPolicy policy, Admission admission, InstantSource clock) {
    AcceptanceChecks checks = steps.checks();
    JobApi jobs =
        new JobApi(
            new AcceptJobApi(steps, policy),
            new RetryApi(steps),
            new LongPoll(new ReadJobs(core.ports()), Pause.real()::pause, clock),
            core.useCases(),
            admission);
    return new HttpApis(
        jobs,
        new PreflightApi(
            checks, new Preflight(core.targets(), core.translation()), policy, admission),
        new BackendsApi(new ListBackends(core.targets()), checks.access(), clock, admission),
        new WorkspaceApi(checks.access(), policy, admission),
        new HealthApi(core.ports().active(), core.targets(), clock));
  }

  private static StorageClients storage(
      Settings.StorageSettings settings, TokenCredential credential) {
    return settings.connectionString() != null
        ? StorageClients.fromConnectionString(settings.connectionString())
        : StorageClients.fromIdentity(
            Objects.requireNonNull(settings.blob()),
            Objects.requireNonNull(settings.queue()),
            Objects.requireNonNull(settings.table()),
            credential);
  }

  private static Connections connections(
      Settings settings,
      TokenCredential credential,
      StorageClients storage,
      QuantumClients clients) {
    QuantumEndpoint endpoint = settings.endpoint();
    Connections.Ours ours =
        new Connections.Ours(
            settings.identityClientId(),
            endpoint.workspace(),
            clients.open(endpoint, QuantumClients.bearer(credential)),
            new Credentials(credential, settings.access().authority()),
            WorkspaceHosts.with(endpoint.base()));
    return new Connections(
        ours,
        new RestClients(clients, settings.access().resourceManager()),
        new IdentityKeys(settings.hmacKey().bytes()),
        storage.jobs(),
        settings.access().seal());
  }
}
