package io.quantumexecutor.lifecycle;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The heap that heavy work of this process may fill at once. Programs and results are read by as
 * many calls as arrive; each states what it may need at most, and waits for its turn.
 */
public final class WorkLedger {
  /** What is left to everything else: classes, clients, the small requests. */
  private static final long RESERVED = 160L << 20;

  private static final int UNIT = 1 << 10;

  private final int units;
  private final Duration patience;
  private final Semaphore free;

  /**
   * A ledger.
   *
   * @param bytes what may be used at once
   * @param patience how long a call waits for its share
   */
  public WorkLedger(long bytes, Duration patience) {
    this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(UNIT, bytes) / UNIT);
    this.patience = patience;
    this.free = new Semaphore(units, true);
  }

  /** A ledger of this process's heap, with that much patience. */
  public static WorkLedger ofHeap(Duration patience) {
    return new WorkLedger(
        Math.max(RESERVED, Runtime.getRuntime().maxMemory() - RESERVED), patience);
  }

  /**
   * Does work that needs so much at most. What needs more than there is at all does it alone.
   *
   * @throws BusyException if there was no room for too long: try again
   */
  public <T> T within(long bytes, Supplier<T> work) {
    int share = bytes == 0 ? 0 : (int) Math.min(units, bytes / UNIT + 1);
    enter(share);
    try {
      return work.get();
    } finally {
      free.release(share);
    }
  }

  private void enter(int share) {
    boolean entered = false;
    try {
      entered = free.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!entered) {
      throw new BusyException();
    }
  }
}
