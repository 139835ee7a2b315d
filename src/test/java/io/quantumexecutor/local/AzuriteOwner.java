package io.quantumexecutor.local;

import java.util.concurrent.CountDownLatch;

/** A process that starts Azurite, says where, and waits to be killed. */
final class AzuriteOwner {
  private AzuriteOwner() {}

  public static void main(String[] args) throws InterruptedException {
    Azurite azurite = Azurite.start(0, 0, 0);
    System.out.println(azurite.blobEndpoint());
    new CountDownLatch(1).await();
  }
}
