package io.quantumexecutor.function;

import com.azure.core.credential.TokenCredential;
import io.quantumexecutor.api.AcceptDrop;
import io.quantumexecutor.api.ApiPolicy;
import io.quantumexecutor.api.Fingerprints;
import io.quantumexecutor.api.HealthApi;
import io.quantumexecutor.api.JobApi;
import io.quantumexecutor.api.SubmitApi;
import io.quantumexecutor.api.WorkspaceApi;
import io.quantumexecutor.identity.Connections;
import io.quantumexecutor.identity.Credentials;
import io.quantumexecutor.identity.IdentityKeys;
import io.quantumexecutor.identity.ManagedIdentities;
import io.quantumexecutor.identity.WorkspaceDoctor;
import io.quantumexecutor.identity.WorkspaceHosts;
import io.quantumexecutor.job.CheckSubmission;
import io.quantumexecutor.job.Delays;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobPorts;
import io.quantumexecutor.job.ReadJobs;
import io.quantumexecutor.job.Targets;
import io.quantumexecutor.job.Translation;
import io.quantumexecutor.job.UseCases;
import io.quantumexecutor.job.WorkspaceAccess;
import io.quantumexecutor.quantum.ClientLimits;
import io.quantumexecutor.quantum.Pause;
import io.quantumexecutor.quantum.ProviderCatalogue;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.quantum.QuantumEndpoint;
import io.quantumexecutor.storage.StorageClients;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Objects;

/** Everything the triggers call, built from the settings. Building it opens no connection. */
record Application(
    JobApi jobs, HealthApi health, WorkspaceApi workspaces, UseCases useCases, AcceptDrop drops) {

  static Application of(Settings settings) {
    InstantSource clock = Clock.systemUTC();
    TokenCredential credential = ManagedIdentities.credential(settings.identityClientId());
    StorageClients storage = storage(settings.storage(), credential);
    Connections workspaces = connections(settings, credential, storage, clock);
    JobPorts ports =
        new JobPorts(
            storage.jobs(),
            storage.activeJobs(),
            storage.payloads(),
            storage.dispatchQueue(),
            workspaces);
    WorkspaceDoctor access = new WorkspaceDoctor(settings.access().policy(), workspaces, clock);
    return over(ports, access, settings, clock);
  }

  private static Application over(
      JobPorts ports, WorkspaceAccess access, Settings settings, InstantSource clock) {
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
    SubmitApi submit = new SubmitApi(check, useCases.submit(), access, fingerprints, policy);
    return new Application(
        new JobApi(submit, new ReadJobs(ports), useCases.cancel()),
        new HealthApi(ports.active(), targets, clock),
        new WorkspaceApi(access, policy),
        useCases,
        new AcceptDrop(
            check,
            useCases.submit(),
            access,
            fingerprints,
            new AcceptDrop.DropPolicy(limits.dropOwner(), policy)));
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
      Settings settings, TokenCredential credential, StorageClients storage, InstantSource clock) {
    ClientLimits limits = ClientLimits.DEFAULT.withOutputBytes(settings.limits().maxOutputBytes());
    QuantumClients clients = new QuantumClients(limits, settings.blobHosts(), clock, Pause.real());
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
