package io.quantumexecutor.storage;

final class TableExpiringRowsIT extends ExpiringRowsContract {
  @Override
  StorageAccount account() {
    return SharedAzurite.account();
  }
}
