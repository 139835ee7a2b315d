package io.quantumexecutor.storage;

final class JobRemovalTest extends JobRemovalContract {
  @Override
  StorageAccount account() {
    return new InMemoryStorage();
  }
}
