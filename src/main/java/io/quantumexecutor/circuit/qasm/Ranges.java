package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.math.BigInteger;
import java.util.stream.LongStream;

/** The ranges of OpenQASM 3, which include both ends. */
final class Ranges {
  private Ranges() {}

  /** All values in order, refused when there are more than allowed. */
  static long[] values(long start, long step, long stop, int most, Place place) {
    if (step == 0) {
      throw new Refusal(place, "the step of a range cannot be 0");
    }
    if (step > 0 ? start > stop : start < stop) {
      return new long[0];
    }
    BigInteger distance = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
    BigInteger count = distance.divide(BigInteger.valueOf(step)).add(BigInteger.ONE);
    if (count.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new Refusal.LimitReached(
          place, "this range has more than " + most + " values: that is the limit");
    }
    return LongStream.iterate(start, value -> value + step).limit(count.intValue()).toArray();
  }
}
