package io.quantumexecutor.simulator;

/** Moves the bits of an index to other places. */
final class Bits {
  private Bits() {}

  /** Bit i of the value goes to the place of the i-th lowest set bit of the mask. */
  static int spread(int value, int mask) {
    int result = 0;
    int rest = mask;
    for (int left = value; left != 0; left >>>= 1) {
      if ((left & 1) != 0) {
        result |= Integer.lowestOneBit(rest);
      }
      rest &= rest - 1;
    }
    return result;
  }

  /** For every value of the given number of bits, the value with bit i moved to places[i]. */
  static int[] moved(int count, int[] places) {
    int[] table = new int[1 << count];
    for (int value = 1; value < table.length; value++) {
      int low = Integer.numberOfTrailingZeros(value);
      table[value] = table[value & (value - 1)] | 1 << places[low];
    }
    return table;
  }
}
