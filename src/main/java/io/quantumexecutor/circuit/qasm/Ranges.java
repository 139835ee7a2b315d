package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.List;

/** The ranges of OpenQASM 3, which include both ends. */
final class Ranges {
  private Ranges() {}

  /** All values, refused when there are more than allowed. */
  static List<Long> values(long start, long step, long stop, int most, Place place) {
    if (step == 0) {
      throw new Refusal(place, "the step of a range cannot be 0");
    }
    List<Long> values = new ArrayList<>();
    long value = start;
    while (step > 0 ? value <= stop : value >= stop) {
      if (values.size() == most) {
        throw new Refusal.LimitReached(
            place, "this range has more than " + most + " values: that is the limit");
      }
      values.add(value);
      long next = value + step;
      if ((next > value) != (step > 0)) {
        break;
      }
      value = next;
    }
    return values;
  }
}
