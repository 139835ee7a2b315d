package io.quantumexecutor.storage;

final class JobRemovalIT extends JobRemovalContract {
  @Override
  StorageAccount account() {
    return SharedAzurite.account();
  }
}
