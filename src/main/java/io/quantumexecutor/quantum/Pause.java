package io.quantumexecutor.quantum;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits; tests need not. */
@FunctionalInterface
public interface Pause {
  void pause(Duration time);

  /** Really waits; an interrupt ends it early. */
  static Pause real() {
    return time -> LockSupport.parkNanos(time.toNanos());
  }
}
