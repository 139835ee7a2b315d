package io.quantumexecutor.storage;

import io.quantumexecutor.local.Azurite;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** One Azurite for all tests of this JVM; it ends with the JVM. */
public final class SharedAzurite {
  private static final List<String> ACCOUNTS =
      IntStream.range(0, 50).mapToObj(number -> "tests" + number).toList();
  private static final AtomicInteger TAKEN = new AtomicInteger();
  private static final Azurite AZURITE = Azurite.withAccounts(ACCOUNTS);
  private static final String COMMON = ownAccount();

  private SharedAzurite() {}

  /** The connection string of an account that nobody else is given. */
  public static String ownAccount() {
    return AZURITE.connectionString(ACCOUNTS.get(TAKEN.getAndIncrement()));
  }

  /** The connection string of an account for tests that keep apart by owners and names. */
  static String connectionString() {
    return COMMON;
  }

  public static URI blobEndpoint() {
    return URI.create(AZURITE.blobEndpoint());
  }

  /** The common account with everything made. */
  static StorageAccount account() {
    StorageAccount account = StorageClients.account(connectionString());
    new StorageSetup(account).createMissing();
    return account;
  }
}
