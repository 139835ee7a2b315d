package io.quantumexecutor.local.host;

import com.azure.core.exception.HttpResponseException;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps a message hidden while its function runs. */
final class Lease {
  /**
   * How leases are kept.
   *
   * @param duration how long a message is hidden at a time; renewed when half of it has passed
   */
  record Renewal(Duration duration, CallThreads threads, Logger log) {}

  private final QueueClient queue;
  private final QueueMessageItem message;
  private final Renewal renewal;
  private String receipt;
  private Runnable cancelRenewal;
  private boolean ended;

  private Lease(QueueClient queue, QueueMessageItem message, Renewal renewal) {
    this.queue = queue;
    this.message = message;
    this.renewal = renewal;
    this.receipt = message.getPopReceipt();
    this.cancelRenewal = renewLater();
  }

  static Lease keep(QueueClient queue, QueueMessageItem message, Renewal renewal) {
    return new Lease(queue, message, renewal);
  }

  private Runnable renewLater() {
    return renewal.threads().after(renewal.duration().dividedBy(2), this::renew);
  }

  private synchronized void renew() {
    if (ended) {
      return;
    }
    try {
      receipt =
          queue
              .updateMessage(
                  message.getMessageId(), receipt, message.getBody().toString(), renewal.duration())
              .getPopReceipt();
    } catch (HttpResponseException | UncheckedIOException e) {
      renewal.log().log(Level.WARNING, "Cannot renew the lease of " + message.getMessageId(), e);
    }
    cancelRenewal = renewLater();
  }

  /** Stops renewing; returns the receipt that is valid now. */
  synchronized String end() {
    ended = true;
    cancelRenewal.run();
    return receipt;
  }
}
