package io.quantumexecutor.storage;

final class TableActiveJobsIT extends ActiveJobsContract {
  @Override
  StorageAccount account() {
    return SharedAzurite.account();
  }
}
