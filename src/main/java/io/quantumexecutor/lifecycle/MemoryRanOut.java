package io.quantumexecutor.lifecycle;

/** Tells the one failure that is no failure of a single job: nobody may swallow it. */
public final class MemoryRanOut {
  /** Deeper chains of causes are circles. */
  private static final int DEEPEST = 50;

  private MemoryRanOut() {}

  /** Whether something failed because there was no memory left. */
  public static boolean isIn(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
