package io.quantumexecutor.local;

import io.quantumexecutor.local.emulator.QuantumEmulator;
import io.quantumexecutor.local.emulator.Workspace;

/** What one needs to know to call an emulator, for people. */
final class EmulatorCard {
  private EmulatorCard() {}

  /** Addresses and names, one a line, and Python to paste. */
  static String of(QuantumEmulator emulator) {
    Workspace workspace = emulator.workspace();
    return """
        endpoint       %s (API key), %s (bearer token)
        subscription   %s
        resource group %s
        workspace      %s
        location       %s
        API key        %s

        Microsoft's Python SDK (pip install azure-quantum) works with it:

          from azure.core.credentials import AzureKeyCredential
          from azure.quantum import Workspace

          workspace = Workspace(
              subscription_id="%3$s",
              resource_group="%4$s",
              name="%5$s",
              location="%6$s",
              credential=AzureKeyCredential("%7$s"),
              _quantum_endpoint="%1$s",
          )
          print(workspace.get_targets())
        """
        .formatted(
            emulator.httpEndpoint(),
            emulator.httpsEndpoint(),
            workspace.subscriptionId(),
            workspace.resourceGroup(),
            workspace.name(),
            workspace.location(),
            emulator.apiKey());
  }
}
