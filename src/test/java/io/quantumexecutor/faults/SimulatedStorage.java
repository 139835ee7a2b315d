package io.quantumexecutor.faults;

import io.quantumexecutor.storage.Blobs;
import io.quantumexecutor.storage.InMemoryBlobs;
import io.quantumexecutor.storage.InMemoryRows;
import io.quantumexecutor.storage.InMemoryStorage;
import io.quantumexecutor.storage.Messages;
import io.quantumexecutor.storage.Rows;
import io.quantumexecutor.storage.StorageAccount;

/** What outlives every process: tables and containers in memory, and queues that deliver. */
record SimulatedStorage(InMemoryStorage memory, SimulatedQueues queues, SimulatedReceiver receiver)
    implements StorageAccount {
  private static final String EVENTS = "quantum-job-events";

  InMemoryRows rows(String table) {
    return memory.table(table);
  }

  /** Rows of sweeps and counts are always there. */
  boolean hasActiveJobs() {
    return rows("activejobs").hasRowsWithout("~");
  }

  InMemoryBlobs blobs(String container) {
    return memory.container(container);
  }

  @Override
  public Rows table(String name) {
    return memory.table(name);
  }

  @Override
  public Blobs container(String name) {
    return memory.container(name);
  }

  @Override
  public Messages queue(String name) {
    return name.equals(EVENTS) ? receiver : queues.queue(name);
  }

  @Override
  public void createTable(String name) {
    memory.table(name);
  }

  @Override
  public void createContainer(String name) {
    memory.container(name);
  }

  @Override
  public void createQueue(String name) {
    // Queues are there when they are used.
  }
}
