package io.quantumexecutor.storage;

import io.quantumexecutor.local.Azurite;

/** One Azurite for all tests of this JVM; it ends with the JVM. */
public final class SharedAzurite {
  private static final Azurite AZURITE = Azurite.start(0, 0, 0);

  private SharedAzurite() {}

  public static String connectionString() {
    return AZURITE.connectionString();
  }

  /** The account with everything made. */
  static StorageAccount account() {
    StorageAccount account = StorageClients.account(connectionString());
    new StorageSetup(account).createMissing();
    return account;
  }
}
