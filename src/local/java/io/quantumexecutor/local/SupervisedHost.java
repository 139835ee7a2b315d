package io.quantumexecutor.local;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A host that is started again when it is killed, as Azure does; its jobs go on. */
final class SupervisedHost implements AutoCloseable {
  /**
   * A signal to the whole process group ends the host and us: that must not look like a crash of
   * the host.
   */
  private static final Executor A_LITTLE_LATER =
      CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

  private final Supplier<HostProcess> starter;
  private final PrintStream out;
  private final AtomicBoolean closed = new AtomicBoolean();
  private HostProcess current;

  SupervisedHost(Supplier<HostProcess> starter, PrintStream out) {
    this.starter = starter;
    this.out = out;
    this.current = watched(starter.get());
  }

  synchronized HostProcess current() {
    return current;
  }

  private HostProcess watched(HostProcess host) {
    host.onExit()
        .thenAcceptAsync(this::startAgain, A_LITTLE_LATER)
        .exceptionally(
            problem -> {
              out.println("The host could not be started again: " + problem.getMessage());
              return null;
            });
    return host;
  }

  private synchronized void startAgain(int exitCode) {
    if (!closed.get()) {
      out.println("The host ended with exit code " + exitCode + " and is started again");
      current = watched(starter.get());
      out.println("host     process " + current.pid());
    }
  }

  @Override
  public void close() {
    closed.set(true);
    current().close();
  }
}
