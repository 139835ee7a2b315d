package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.local.emulator.EmulatorSettings;
import io.quantumexecutor.local.emulator.QuantumEmulator;
import org.junit.jupiter.api.Test;

final class ConnectionDetailsIT {
  private static final String NO_STORAGE =
      "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;"
          + "BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;";

  @Test
  void of_aRunningEmulator_namesAllThatAClientNeeds() {
    try (QuantumEmulator emulator =
        QuantumEmulator.start(EmulatorSettings.forStorage(NO_STORAGE))) {
      assertThat(ConnectionDetails.of(emulator))
          .contains(
              "endpoint       %s (API key), %s (bearer token)\n"
                  .formatted(emulator.httpEndpoint(), emulator.httpsEndpoint()),
              "subscription   00000000-0000-0000-0000-000000000001\n",
              "resource group local\n",
              "workspace      local-workspace\n",
              "location       eastus\n",
              "API key        local-api-key\n",
              "      credential=AzureKeyCredential(\"local-api-key\"),\n",
              "      _quantum_endpoint=\"%s\",\n".formatted(emulator.httpEndpoint()));
    }
  }
}
