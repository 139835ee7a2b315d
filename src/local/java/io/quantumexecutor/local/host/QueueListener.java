package io.quantumexecutor.local.host;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes messages off one queue, at first often, ever more rarely while it is empty or missing. */
final class QueueListener {
  private static final Duration FIRST_DELAY = Duration.ofMillis(100);
  private static final int NOT_FOUND = 404;

  private final QueueClient queue;
  private final HostJson.Queues settings;
  private final MessageProcessor processor;
  private final CallThreads threads;
  private final Logger log;
  private final AtomicInteger underWay = new AtomicInteger();

  QueueListener(
      QueueClient queue,
      HostJson.Queues settings,
      MessageProcessor processor,
      CallThreads threads,
      Logger log) {
    this.queue = queue;
    this.settings = settings;
    this.processor = processor;
    this.threads = threads;
    this.log = log;
  }

  void start() {
    pollAfter(Duration.ZERO);
  }

  private void pollAfter(Duration delay) {
    threads.after(delay, () -> poll(delay));
  }

  private void poll(Duration lastDelay) {
    Duration next = longer(lastDelay);
    try {
      if (underWay.get() > settings.newBatchThreshold() || takeBatch() > 0) {
        next = FIRST_DELAY;
      }
    } catch (HttpResponseException e) {
      // A trigger does not make its queue; it waits for it.
      if (e.getResponse() == null || e.getResponse().getStatusCode() != NOT_FOUND) {
        log.log(Level.WARNING, "Cannot read the queue " + queue.getQueueName(), e);
      }
    } catch (UncheckedIOException e) {
      log.log(Level.WARNING, "Cannot reach the queue " + queue.getQueueName(), e);
    } finally {
      pollAfter(next);
    }
  }

  private Duration longer(Duration delay) {
    Duration doubled = delay.isZero() ? FIRST_DELAY : delay.multipliedBy(2);
    return doubled.compareTo(settings.maxPollingInterval()) < 0
        ? doubled
        : settings.maxPollingInterval();
  }

  private int takeBatch() {
    List<QueueMessageItem> batch =
        queue.receiveMessages(settings.batchSize(), processor.lease(), null, Context.NONE).stream()
            .toList();
    for (QueueMessageItem message : batch) {
      underWay.incrementAndGet();
      threads.execute(() -> process(message));
    }
    return batch.size();
  }

  private void process(QueueMessageItem message) {
    try {
      processor.process(message);
    } catch (HttpResponseException | UncheckedIOException e) {
      log.log(Level.WARNING, "Message " + message.getMessageId() + " comes back later", e);
    } finally {
      underWay.decrementAndGet();
    }
  }
}
