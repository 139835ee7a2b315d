package io.quantumexecutor.function;

import io.quantumexecutor.lifecycle.MemoryRanOut;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process at once when its memory has run out. A process that lives on has lost threads of
 * its clients and never answers again, while a new one takes up everything that was begun.
 */
final class FatalErrors {
  /** As a shell has it for a process that was killed. */
  private static final int EXIT_STATUS = 137;

  static final FatalErrors OF_THIS_PROCESS =
      new FatalErrors(() -> Runtime.getRuntime().halt(EXIT_STATUS));

  private static final Logger LOGGER = Logger.getLogger(FatalErrors.class.getName());

  private final Runnable halt;

  /**
   * @param halt ends the process, without shutdown hooks: they need memory
   */
  FatalErrors(Runnable halt) {
    this.halt = halt;
  }

  /** Serves a call; whatever it fails with is thrown on, unless it is the end. */
  <T> T within(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      haltIfFatal(e);
      throw e;
    }
  }

  /** Ends the process when a thread that serves no call dies of it. */
  void watchOtherThreads() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          haltIfFatal(thrown);
          tell(before, thread, thrown);
        });
  }

  private static void tell(
      Thread.@Nullable UncaughtExceptionHandler before, Thread thread, Throwable thrown) {
    if (before != null) {
      before.uncaughtException(thread, thrown);
    } else {
      LOGGER.log(Level.SEVERE, "thread " + thread.getName() + " died", thrown);
    }
  }

  private void haltIfFatal(Throwable thrown) {
    if (MemoryRanOut.isIn(thrown)) {
      halt.run();
    }
  }
}
