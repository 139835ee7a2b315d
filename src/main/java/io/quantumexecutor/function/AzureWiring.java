package io.quantumexecutor.function;

import com.azure.core.credential.TokenCredential;
import io.quantumexecutor.identity.Connections;
import io.quantumexecutor.identity.Credentials;
import io.quantumexecutor.identity.IdentityKeys;
import io.quantumexecutor.identity.WorkspaceHosts;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.quantum.ClientLimits;
import io.quantumexecutor.quantum.Pause;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.quantum.QuantumEndpoint;
import io.quantumexecutor.storage.StorageClients;
import java.time.InstantSource;
import java.util.Objects;

/** Builds the clients of Azure. Building them opens no connection. */
final class AzureWiring {
  private AzureWiring() {}

  static StorageClients storage(
      Settings.StorageSettings settings, TokenCredential credential, JobLog log) {
    return settings.connectionString() != null
        ? StorageClients.fromConnectionString(settings.connectionString(), log)
        : StorageClients.fromIdentity(
            Objects.requireNonNull(settings.blob()),
            Objects.requireNonNull(settings.queue()),
            Objects.requireNonNull(settings.table()),
            credential,
            log);
  }

  static QuantumClients quantum(Settings settings, TraceContext trace, InstantSource clock) {
    return new QuantumClients(
        ClientLimits.DEFAULT.withOutputBytes(settings.limits().maxOutputBytes()),
        settings.blobHosts(),
        clock,
        Pause.real(),
        trace);
  }

  static Connections workspaces(
      Settings settings,
      TokenCredential credential,
      StorageClients storage,
      QuantumClients quantum) {
    QuantumEndpoint endpoint = settings.endpoint();
    Connections.Ours ours =
        new Connections.Ours(
            settings.identityClientId(),
            endpoint.workspace(),
            quantum.open(endpoint, QuantumClients.bearer(credential)),
            new Credentials(credential, settings.access().authority()),
            WorkspaceHosts.with(endpoint.base()));
    return new Connections(
        ours,
        new RestClients(quantum, settings.access().resourceManager()),
        new IdentityKeys(settings.hmacKey().bytes()),
        storage.jobs(),
        settings.access().seal());
  }
}
