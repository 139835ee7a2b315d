package io.quantumexecutor.local;

import io.quantumexecutor.local.emulator.EmulatorSettings;
import io.quantumexecutor.local.emulator.Workspace;
import java.util.HashMap;
import java.util.Map;

/** The settings with which a host finds the Azurite and the emulator of a local stack. */
final class LocalEnvironment {
  private static final String LOG_LEVEL = "AzureFunctionsJobHost__logging__logLevel__default";

  private LocalEnvironment() {}

  /**
   * The environment for a host.
   *
   * @param hmacKey 32 bytes in base64; jobs are found again only with the key they were stored with
   */
  static Map<String, String> of(LocalPorts ports, String hmacKey) {
    Workspace workspace = Workspace.LOCAL;
    String identity = "http://127.0.0.1:" + ports.emulator() + "/identity/token";
    Map<String, String> values = new HashMap<>();
    values.put(
        "AzureWebJobsStorage",
        Azurite.connectionString(ports.blob(), ports.queue(), ports.table()));
    values.put("QUANTUM_WORKSPACE_RESOURCE_ID", workspace.resourceId());
    values.put("QUANTUM_WORKSPACE_LOCATION", workspace.location());
    values.put("QUANTUM_ENDPOINT", "https://127.0.0.1:" + ports.emulatorTls());
    values.put("QUANTUM_STORAGE_HOSTS", "127.0.0.1:" + ports.blob());
    values.put("IDENTITY_ENDPOINT", identity);
    values.put("IDENTITY_HEADER", EmulatorSettings.Credentials.LOCAL.identityHeader());
    values.put("HMAC_KEY", hmacKey);
    values.put("POLL_SCHEDULE", "*/2 * * * * *");
    values.put(LOG_LEVEL, "Warning"); // the terminal belongs to the job's life
    return values;
  }
}
