package io.quantumexecutor.identity;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.storage.InMemoryStorage;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.Workspace;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Fresh keysets and stores, and a caller's application to seal. */
final class Keysets {
  static final Workspace THEIR_WORKSPACE =
      new Workspace("00000000-0000-0000-0000-000000000002", "theirs", "their-workspace");

  private Keysets() {}

  static JobStore emptyStore() {
    return new StorageClients(new InMemoryStorage(), () -> UUID.randomUUID().toString(), line -> {})
        .jobs();
  }

  static KeysetHandle generate() {
    try {
      AeadConfig.register();
      return KeysetHandle.generateNew(
          PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keyset with a new primary key beside the old one. */
  static KeysetHandle rotated(KeysetHandle keyset) {
    try {
      return KeysetHandle.newBuilder(keyset)
          .addEntry(
              KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                  .withRandomId()
                  .makePrimary())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String json(KeysetHandle keyset) {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Access.ServicePrincipal principal(String secret) {
    return new Access.ServicePrincipal(
        "11111111-2222-3333-4444-555555555555",
        "aaaaaaaa-0000-0000-0000-000000000001",
        secret,
        THEIR_WORKSPACE,
        null);
  }
}
