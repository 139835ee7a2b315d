package io.quantumexecutor.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quantumexecutor.local.emulator.EmulatedWorkspace;
import io.quantumexecutor.local.emulator.EmulatorSettings;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/** The settings with which a host finds the Azurite and the emulator of a local stack. */
public final class LocalEnvironment {
  private static final String LOG_LEVEL = "AzureFunctionsJobHost__logging__logLevel__default";

  private LocalEnvironment() {}

  /**
   * Where the parts of a stack answer.
   *
   * @param storage connection string
   * @param blob the storage's blob service
   * @param quantum the emulator over TLS
   * @param identity the emulator's tokens of managed identities
   */
  record Addresses(String storage, URI blob, URI quantum, URI identity) {
    /** Those of a stack with these ports, started here or elsewhere. */
    static Addresses at(LocalPorts ports) {
      return new Addresses(
          Azurite.connectionString(ports.blob(), ports.queue(), ports.table()),
          loopback("http", ports.blob()),
          loopback("https", ports.emulatorTls()),
          loopback("http", ports.emulator()).resolve("/identity/token"));
    }

    private static URI loopback(String scheme, int port) {
      return URI.create(scheme + "://127.0.0.1:" + port);
    }
  }

  /**
   * The environment for a host.
   *
   * @param hmacKey 32 bytes in base64; jobs are found again only with the key they were stored with
   */
  static Map<String, String> of(Addresses addresses, String hmacKey) {
    EmulatedWorkspace workspace = EmulatedWorkspace.LOCAL;
    Map<String, String> values = new HashMap<>();
    values.put("AzureWebJobsStorage", addresses.storage());
    values.put("QUANTUM_WORKSPACE_RESOURCE_ID", workspace.resourceId());
    values.put("QUANTUM_WORKSPACE_LOCATION", workspace.location());
    values.put("QUANTUM_ENDPOINT", addresses.quantum().toString());
    values.put("QUANTUM_STORAGE_HOSTS", addresses.blob().getAuthority());
    values.put("IDENTITY_ENDPOINT", addresses.identity().toString());
    values.put("IDENTITY_HEADER", EmulatorSettings.AcceptedCredentials.LOCAL.identityHeader());
    values.put("HMAC_KEY", hmacKey);
    values.put("CREDENTIAL_KEYSET", newKeyset());
    values.put("AZURE_AUTHORITY_HOST", addresses.quantum().toString());
    values.put("ARM_ENDPOINT", addresses.quantum().toString());
    values.put("POLL_SCHEDULE", "*/2 * * * * *");
    // Whoever kills the host wants to see the job taken up again within a minute.
    values.put("CLAIM_SECONDS", "30");
    values.put("FIRST_RESEND_SECONDS", "10");
    values.put("REQUESTS_PER_MINUTE", "1000000"); // nobody is kept from measuring
    values.put(LOG_LEVEL, "Warning"); // the terminal belongs to the job's life
    return values;
  }

  /** A Tink keyset with one new key, as {@code CREDENTIAL_KEYSET} has it. */
  public static String newKeyset() {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
          RegistryConfiguration.get(),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }
}
