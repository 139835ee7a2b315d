package io.quantumexecutor.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs readers and writers on hostile programs, each with three quarters of the stack that a thread
 * usually has. That they end at all is decided by their own counting; the clock only keeps a
 * failure short.
 */
public final class Bounded {
  private static final long STACK_BYTES = 768 << 10;
  private static final Duration NET = Duration.ofSeconds(20);

  private Bounded() {}

  /** What the action is refused with; fails if it is not. */
  public static ProgramException refusal(Runnable action) {
    FutureTask<Throwable> task = new FutureTask<>(() -> thrown(action));
    Thread thread = new Thread(null, task, "bounded", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    Throwable thrown = assertTimeoutPreemptively(NET, () -> result(task));
    assertThat(thrown).isInstanceOf(ProgramException.class);
    return (ProgramException) thrown;
  }

  /** Fails if the action is refused. */
  public static void accepted(Runnable action) {
    FutureTask<Throwable> task = new FutureTask<>(() -> thrown(action));
    Thread thread = new Thread(null, task, "bounded", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    assertThat(assertTimeoutPreemptively(NET, () -> result(task))).isNull();
  }

  private static Throwable result(FutureTask<Throwable> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      return e;
    }
  }

  private static Throwable thrown(Runnable action) {
    try {
      action.run();
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }
}
