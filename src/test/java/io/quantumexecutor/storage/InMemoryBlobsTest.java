package io.quantumexecutor.storage;

final class InMemoryBlobsTest extends BlobsContract {
  @Override
  StorageAccount account() {
    return new InMemoryStorage();
  }
}
