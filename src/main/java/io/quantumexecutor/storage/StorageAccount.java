package io.quantumexecutor.storage;

/** Where the single storage calls go. Asking for a table, container or queue costs nothing. */
public interface StorageAccount {
  Rows table(String name);

  Blobs container(String name);

  Messages queue(String name);

  /** Makes a table; one that is there already is fine. */
  void createTable(String name);

  /** Makes a container; one that is there already is fine. */
  void createContainer(String name);

  /** Makes a queue; one that is there already is fine. */
  void createQueue(String name);
}
