package io.quantumexecutor.storage;

final class JobListingIT extends JobListContract {
  @Override
  StorageAccount account() {
    return SharedAzurite.account();
  }
}
