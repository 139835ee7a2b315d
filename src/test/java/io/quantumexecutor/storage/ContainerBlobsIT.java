package io.quantumexecutor.storage;

final class ContainerBlobsIT extends BlobsContract {
  @Override
  StorageAccount account() {
    return SharedAzurite.account();
  }
}
