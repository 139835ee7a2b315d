package io.quantumexecutor.circuit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Runs a reader on one hostile input after another and fails on one that takes more than 5 seconds
 * of processor time or allocates more than 1 GiB.
 */
public final class InputBounds {
  private static final long MAX_NANOSECONDS = 5_000_000_000L;
  private static final long MAX_BYTES = 1L << 30;

  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private int inputs;

  public void run(String input, Runnable reader) {
    long bytes = thread.getCurrentThreadAllocatedBytes();
    long time = thread.getCurrentThreadCpuTime();
    inputs++;
    reader.run();
    time = thread.getCurrentThreadCpuTime() - time;
    bytes = thread.getCurrentThreadAllocatedBytes() - bytes;
    if (time > MAX_NANOSECONDS || bytes > MAX_BYTES) {
      throw new AssertionError(time + " ns and " + bytes + " bytes taken by: " + input);
    }
  }

  /** How many inputs have been run. */
  public int inputs() {
    return inputs;
  }
}
