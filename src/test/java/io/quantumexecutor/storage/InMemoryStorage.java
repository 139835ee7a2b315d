package io.quantumexecutor.storage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A storage account in memory that keeps the rules of the real one; its contracts prove it. */
public final class InMemoryStorage implements StorageAccount {
  private final Map<String, InMemoryRows> tables = new ConcurrentHashMap<>();
  private final Map<String, InMemoryBlobs> containers = new ConcurrentHashMap<>();
  private final Map<String, InMemoryMessages> queues = new ConcurrentHashMap<>();
  private final int rowsPerScan;

  public InMemoryStorage() {
    this(RowQuery.MAX_PAGE_SIZE);
  }

  /**
   * @param rowsPerScan a query looks at so many rows at most, and so may answer with an empty page
   *     and a token, as the real one does when it runs out of time
   */
  public InMemoryStorage(int rowsPerScan) {
    this.rowsPerScan = rowsPerScan;
  }

  @Override
  public InMemoryRows table(String name) {
    return tables.computeIfAbsent(name, any -> new InMemoryRows(rowsPerScan));
  }

  @Override
  public InMemoryBlobs container(String name) {
    return containers.computeIfAbsent(name, any -> new InMemoryBlobs());
  }

  @Override
  public InMemoryMessages queue(String name) {
    return queues.computeIfAbsent(name, any -> new InMemoryMessages());
  }

  @Override
  public void createTable(String name) {
    table(name);
  }

  @Override
  public void createContainer(String name) {
    container(name);
  }

  @Override
  public void createQueue(String name) {
    queue(name);
  }
}
