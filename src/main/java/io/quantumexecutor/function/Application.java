package io.quantumexecutor.function;

import com.azure.core.credential.TokenCredential;
import io.quantumexecutor.api.AcceptDrop;
import io.quantumexecutor.api.Admission;
import io.quantumexecutor.api.ApiPolicy;
import io.quantumexecutor.api.BackendsApi;
import io.quantumexecutor.api.Callers;
import io.quantumexecutor.api.Fingerprints;
import io.quantumexecutor.api.HealthApi;
import io.quantumexecutor.api.JobApi;
import io.quantumexecutor.api.PreflightApi;
import io.quantumexecutor.api.RateLimit;
import io.quantumexecutor.api.SubmitApi;
import io.quantumexecutor.api.SubmitGate;
import io.quantumexecutor.identity.ConfiguredWorkspaces;
import io.quantumexecutor.identity.Identity;
import io.quantumexecutor.identity.IdentityKeys;
import io.quantumexecutor.identity.ManagedIdentities;
import io.quantumexecutor.job.CheckSubmission;
import io.quantumexecutor.job.CountActiveJobs;
import io.quantumexecutor.job.Delays;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobPorts;
import io.quantumexecutor.job.ListBackends;
import io.quantumexecutor.job.OwnerCounts;
import io.quantumexecutor.job.Preflight;
import io.quantumexecutor.job.QuantumWorkspaces;
import io.quantumexecutor.job.ReadJobs;
import io.quantumexecutor.job.Targets;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.job.Translation;
import io.quantumexecutor.job.UseCases;
import io.quantumexecutor.quantum.ClientLimits;
import io.quantumexecutor.quantum.Pause;
import io.quantumexecutor.quantum.ProviderCatalogue;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.storage.StorageClients;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Everything the triggers call, built from the settings. Building it opens no connection. */
record Application(
    JobApi jobs,
    PreflightApi preflight,
    BackendsApi backends,
    HealthApi health,
    UseCases useCases,
    AcceptDrop drops,
    CountActiveJobs count,
    LongSupplier upstreamCalls,
    CallScope scope) {

  static Application of(Settings settings) {
    InstantSource clock = Clock.systemUTC();
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
    QuantumWorkspaces workspaces = workspaces(settings, credential, clients);
    JobPorts ports =
        new JobPorts(
            storage.jobs(),
            storage.activeJobs(),
            storage.expiring(),
            storage.payloads(),
            storage.dispatchQueue(scope.trace()),
            storage.pollQueue(),
            workspaces,
            scope.lines());
    return over(ports, storage.ownerCounts(), settings, clients::calls, scope);
  }

  private static Application over(
      JobPorts ports,
      OwnerCounts counts,
      Settings settings,
      LongSupplier upstreamCalls,
      CallScope scope) {
    InstantSource clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    Settings.Limits limits = settings.limits();
    Targets targets = new Targets(ProviderCatalogue.bundled(), ports.workspaces(), clock);
    Translation translation = new Translation(targets, limits.circuit());
    CheckSubmission check = new CheckSubmission(targets, translation);
    UseCases useCases =
        new UseCases(
            ports,
            translation,
            new JobIds(clock, random),
            new Delays(random, settings.pace()),
            clock);
    Fingerprints fingerprints = new Fingerprints(settings.hmacKey().bytes());
    ApiPolicy policy =
        new ApiPolicy(
            limits.maxBodyBytes(), limits.holdHours(), ports.workspaces().integrationPartition());
    Callers callers = new Callers(settings.access().callers());
    Admission admission =
        new Admission(callers, new RateLimit(settings.access().requestsPerMinute(), clock));
    SubmitGate gate = new SubmitGate(callers, counts, settings.access().activeJobs(), clock);
    SubmitApi submit = new SubmitApi(check, useCases.submit(), fingerprints, policy, gate);
    return new Application(
        new JobApi(submit, new ReadJobs(ports), useCases, admission),
        new PreflightApi(check, new Preflight(targets, translation), policy, admission),
        new BackendsApi(new ListBackends(targets), clock, admission),
        new HealthApi(ports.active(), targets, clock),
        useCases,
        new AcceptDrop(
            check,
            useCases.submit(),
            fingerprints,
            ports.queue(),
            new AcceptDrop.DropPolicy(limits.dropOwner(), policy)),
        new CountActiveJobs(counts, clock),
        upstreamCalls,
        scope);
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

  private static QuantumWorkspaces workspaces(
      Settings settings, TokenCredential credential, QuantumClients clients) {
    String partition =
        new IdentityKeys(settings.hmacKey().bytes())
            .of(Identity.managed(settings.identityClientId(), settings.endpoint().workspace()));
    return new ConfiguredWorkspaces(
        partition, clients.open(settings.endpoint(), QuantumClients.bearer(credential)));
  }
}
