package io.quantumexecutor.result;

/**
 * How large an answer and what is made of it may be. An answer of a few megabytes can ask for
 * gigabytes: a short number stands for thousands of bits.
 *
 * @param characters of all outcomes together, those of a batch's items too; each outcome counts
 *     {@value #OUTCOME} more, for its entries in tables and in the document
 * @param treeBytes about what the parsed answer takes
 * @param nesting arrays and objects in each other
 */
public record ResultLimits(long characters, long treeBytes, int nesting) {
  /**
   * Together they hold in a heap of 512 MiB beside an answer of 64 MiB: 18 qubits with every
   * outcome, or 8,000 outcomes of 4,096 bits. Decoding the largest takes seconds, not minutes: that
   * is what bounds the time of one job in a sweep.
   */
  public static final ResultLimits DEFAULT = new ResultLimits(32L << 20, 128L << 20, 64);

  static final int OUTCOME = 48;

  /** What an item of a batch takes without its outcomes. */
  static final int DOCUMENT = 1_024;

  static final int REGISTER = 64;

  /** Characters of one outcome. */
  static final int MAX_WIDTH = 1 << 16;

  /** Characters of the names of one outcome's registers. */
  static final int MAX_NAMES = 1 << 20;
}
