package io.quantumexecutor.storage;

final class TableExpiringRowsTest extends ExpiringRowsContract {
  /** Queries look at one row at a time, so that empty pages with tokens occur. */
  @Override
  StorageAccount account() {
    return new InMemoryStorage(1);
  }
}
