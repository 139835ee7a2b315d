package io.quantumexecutor.function;

import com.azure.core.credential.TokenCredential;
import io.quantumexecutor.identity.AzureClients;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.quantum.QuantumEndpoint;
import io.quantumexecutor.workspace.AzureResources;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.Workspace;
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
