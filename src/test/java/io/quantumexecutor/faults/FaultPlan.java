package io.quantumexecutor.faults;

import java.util.random.RandomGenerator;

/** Decides what happens at each call. */
interface FaultPlan {
  FaultPlan NONE = (site, write) -> Fault.NONE;

  /**
   * The fate of a call.
   *
   * @param write how many writes there were before in this run, crashed processes included
   */
  Fault at(CallSite site, int write);

  /** So many of all calls fail, half of them although they happened. */
  static FaultPlan failing(RandomGenerator random, double share) {
    return (site, write) -> {
      if (random.nextDouble() >= share) {
        return Fault.NONE;
      }
      return random.nextBoolean() ? Fault.FAIL_BEFORE : Fault.FAIL_AFTER;
    };
  }

  /** The process dies instead of making that write, counted from 0. */
  static FaultPlan crashAtWrite(int number) {
    return (site, write) -> site.isWrite() && write == number ? Fault.CRASH_BEFORE : Fault.NONE;
  }

  /** Another version takes over before that write, counted from 0. */
  static FaultPlan upgradeAtWrite(int number) {
    return (site, write) -> site.isWrite() && write == number ? Fault.UPGRADE : Fault.NONE;
  }

  /** The process dies at the one write, and the next process at the other. */
  static FaultPlan crashAtWrites(int first, int second) {
    return (site, write) ->
        site.isWrite() && (write == first || write == second) ? Fault.CRASH_BEFORE : Fault.NONE;
  }
}
