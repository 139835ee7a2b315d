package io.quantumexecutor.identity;

import com.azure.core.credential.TokenCredential;
import io.quantumexecutor.workspace.AzureResources;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.Workspace;
import java.net.URI;

/** Port: makes clients that call Azure with a credential. Making one calls nobody. */
public interface AzureClients {
  /**
   * A client of a workspace.
   *
   * @param endpoint scheme and host where the workspace answers
   */
  QuantumWorkspace workspace(URI endpoint, Workspace workspace, TokenCredential credential);

  AzureResources resourceManager(TokenCredential credential);
}
