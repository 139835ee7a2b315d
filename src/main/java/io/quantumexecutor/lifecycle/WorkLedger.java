package io.quantumexecutor.lifecycle;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The heap that heavy work of this process may fill at once. Programs and results are read by as
 * many calls as arrive; each states what it may need at most, and waits for its turn. Large work
 * runs one at a time and leaves a quarter free, so that small work never waits for it.
 */
public final class WorkLedger {
  /** What is left to everything else: classes, clients, the small requests. */
  private static final long RESERVED = 160L << 20;

  private static final int UNIT = 1 << 10;

  private final int large;
  private final int most;
  private final Duration patience;
  private final Semaphore free;
  private final Semaphore oneLarge = new Semaphore(1, true);

  /**
   * A ledger.
   *
   * @param bytes what may be used at once
   * @param patience how long a call waits for its share
   */
  public WorkLedger(long bytes, Duration patience) {
    int units = (int) Math.min(Integer.MAX_VALUE, Math.max(4 * UNIT, bytes) / UNIT);
    this.large = units / 4;
    this.most = units - large;
    this.patience = patience;
    this.free = new Semaphore(units, true);
  }

  /** A ledger of this process's heap, with that much patience. */
  public static WorkLedger ofHeap(Duration patience) {
    long heap = Runtime.getRuntime().maxMemory();
    return new WorkLedger(Math.max(RESERVED, heap - RESERVED), patience);
  }

  /**
   * Does work that needs so much at most. What needs more than three quarters gets those.
   *
   * @throws BusyException if there was no room for too long: try again
   */
  public <T> T within(long bytes, Supplier<T> work) {
    int share = bytes == 0 ? 0 : (int) Math.min(most, bytes / UNIT + 1);
    return share > large
        ? within(oneLarge, 1, () -> within(free, share, work))
        : within(free, share, work);
  }

  private <T> T within(Semaphore permits, int share, Supplier<T> work) {
    boolean entered = false;
    try {
      entered = permits.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!entered) {
      throw new BusyException();
    }
    try {
      return work.get();
    } finally {
      permits.release(share);
    }
  }
}
