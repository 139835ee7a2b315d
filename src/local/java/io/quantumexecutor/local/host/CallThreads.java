package io.quantumexecutor.local.host;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The threads of a host: as many calls at once as come, and one thread that only starts things on
 * time.
 */
final class CallThreads implements Executor, AutoCloseable {
  private static final long CLOSE_SECONDS = 5;

  private final ExecutorService calls = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Logger log;

  CallThreads(Logger log) {
    this.log = log;
  }

  /** Does nothing once closed. */
  @Override
  public void execute(Runnable task) {
    try {
      calls.execute(task);
    } catch (RejectedExecutionException e) {
      log.log(Level.FINE, "Left out because the host is ending", e);
    }
  }

  /** Starts a task later on a thread of its own, unless what this returns was run before. */
  Runnable after(Duration delay, Runnable task) {
    try {
      Future<?> due = timer.schedule(() -> execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> due.cancel(false);
    } catch (RejectedExecutionException e) {
      log.log(Level.FINE, "Left out because the host is ending", e);
      return () -> {};
    }
  }

  /** Waits a little for the calls under way. */
  @Override
  public void close() {
    timer.shutdownNow();
    calls.shutdown();
    try {
      if (!calls.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        calls.shutdownNow();
      }
    } catch (InterruptedException e) {
      calls.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
