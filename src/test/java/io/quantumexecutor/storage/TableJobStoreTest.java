package io.quantumexecutor.storage;

final class TableJobStoreTest extends JobStoreContract {
  /** Queries look at three rows at a time, so that empty pages with tokens occur. */
  @Override
  StorageAccount account() {
    return new InMemoryStorage(3);
  }
}
