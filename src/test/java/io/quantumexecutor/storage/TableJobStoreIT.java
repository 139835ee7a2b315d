package io.quantumexecutor.storage;

final class TableJobStoreIT extends JobStoreContract {
  @Override
  StorageAccount account() {
    return SharedAzurite.account();
  }
}
