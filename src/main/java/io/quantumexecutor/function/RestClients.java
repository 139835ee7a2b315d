package io.quantumexecutor.function;

import com.azure.core.credential.TokenCredential;
import io.quantumexecutor.identity.AzureClients;
import io.quantumexecutor.job.AzureResources;
import io.quantumexecutor.job.QuantumWorkspace;
import io.quantumexecutor.job.Workspace;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.quantum.QuantumEndpoint;
import java.net.URI;

/**
 * The REST clients that go with a credential.
 *
 * @param manager where Azure Resource Manager answers
 */
record RestClients(QuantumClients clients, URI manager) implements AzureClients {
  @Override
  public QuantumWorkspace workspace(URI endpoint, Workspace workspace, TokenCredential credential) {
    return clients.open(
        new QuantumEndpoint(endpoint, workspace), QuantumClients.bearer(credential));
  }

  @Override
  public AzureResources resourceManager(TokenCredential credential) {
    return clients.resourceManager(manager, credential);
  }
}
