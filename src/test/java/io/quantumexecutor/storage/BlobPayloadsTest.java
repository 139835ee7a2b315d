package io.quantumexecutor.storage;

final class BlobPayloadsTest extends PayloadsContract {
  @Override
  StorageAccount account() {
    return new InMemoryStorage();
  }
}
