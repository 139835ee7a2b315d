package io.quantumexecutor.storage;

final class BlobPayloadsIT extends PayloadsContract {
  @Override
  StorageAccount account() {
    return SharedAzurite.account();
  }
}
