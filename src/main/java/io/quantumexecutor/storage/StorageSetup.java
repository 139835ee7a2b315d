package io.quantumexecutor.storage;

import java.util.List;

/** Makes what the product keeps its data in; run it where the identity may do so. */
public final class StorageSetup {
  private static final List<String> TABLES =
      List.of(StorageClients.JOBS, StorageClients.ACTIVE_JOBS, StorageClients.EXPIRING);
  private static final List<String> CONTAINERS =
      List.of(StorageClients.PROGRAMS, StorageClients.RESULTS);
  private static final List<String> QUEUES =
      List.of(StorageClients.DISPATCH, "quantum-jobs-poison", StorageClients.EVENTS);

  private final StorageAccount account;

  public StorageSetup(StorageAccount account) {
    this.account = account;
  }

  /** Makes what is missing; what is there stays as it is. */
  public void createMissing() {
    TABLES.forEach(account::createTable);
    CONTAINERS.forEach(account::createContainer);
    QUEUES.forEach(account::createQueue);
  }
}
